import { Badge, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SentimentMark } from '../calls/sentiment-mark.tsx';
import type { Call } from './operations.ts';
import { SentimentCurve } from './transcript/sentiment-curve.tsx';

/** What a call was about, once it is over and was analysed. */
export function Findings({ analysis }: { analysis: NonNullable<Call['analysis']> }) {
  const { t } = useTranslation(['call', 'calls']);
  const { summary, sentiment, turnSentiments, intents, outcome, topics, unansweredQuestions, source } =
    analysis;
  /** An intent is also named among the topics. */
  const isOther = (topic: string) =>
    intents.every((intent) => intent !== topic.toUpperCase().replaceAll(' ', '_'));
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="findings-heading">
      <Stack gap="sm">
        <Title order={2} id="findings-heading">
          {t('findings.title')}
        </Title>
        <Text>{summary}</Text>
        <Group gap="xs">
          <SentimentMark sentiment={sentiment} />
          <Badge variant="default" tt="none">
            {t(`outcome.${outcome}`)}
          </Badge>
          {intents.map((intent) => (
            <Badge key={intent} variant="light" tt="none">
              {t(`calls:intent.${intent}`)}
            </Badge>
          ))}
          {topics.filter(isOther).map((topic) => (
            <Text key={topic} span size="sm" c="dimmed">
              {topic}
            </Text>
          ))}
        </Group>
        <SentimentCurve scores={turnSentiments} />
        {unansweredQuestions.length > 0 && (
          <div>
            <Text size="sm" fw={600} id="unanswered-heading">
              {t('findings.unanswered')}
            </Text>
            <List size="sm" aria-labelledby="unanswered-heading">
              {unansweredQuestions.map((question) => (
                <List.Item key={question}>{question}</List.Item>
              ))}
            </List>
          </div>
        )}
        <Text size="xs" c="dimmed">
          {t(`findings.by.${source}`)}
        </Text>
      </Stack>
    </Paper>
  );
}
