import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { topicOf } from './check-topic.ts';
import type { SetupCheck } from './operations.ts';
import { explanationOf, SYMPTOMS, type Symptom } from './symptoms.ts';

type Props = { checks: readonly SetupCheck[]; onExplained: (code: string | undefined) => void };

/** From what people see to the check that explains it. */
export function SymptomFinder({ checks, onExplained }: Props) {
  const { t } = useTranslation('setup');
  const [chosen, setChosen] = useState<Symptom>();
  const explanation = chosen && explanationOf(chosen, checks);
  const choose = (symptom: Symptom) => {
    setChosen(symptom);
    // A user who chooses the same symptom once more is led there once more.
    onExplained(undefined);
    requestAnimationFrame(() => onExplained(explanationOf(symptom, checks)?.code));
  };
  const title = (check: SetupCheck) => {
    const topic = topicOf(check.code);
    return topic ? t(`check.${topic}`) : check.title;
  };
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="symptoms">
      <Stack gap="xs">
        <Title order={3} fz="sm" id="symptoms">
          {t('symptom.heading')}
        </Title>
        <Group gap="xs">
          {SYMPTOMS.map((symptom) => (
            <Button
              key={symptom}
              size="xs"
              variant={symptom === chosen ? 'filled' : 'default'}
              aria-pressed={symptom === chosen}
              onClick={() => choose(symptom)}
            >
              {t(`symptom.${symptom}`)}
            </Button>
          ))}
        </Group>
        <Text size="sm" aria-live="polite">
          {chosen &&
            (explanation ? t('symptom.explained', { title: title(explanation) }) : t('symptom.unexplained'))}
        </Text>
      </Stack>
    </Paper>
  );
}
