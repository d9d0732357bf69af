import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PersonaText, spokenSeconds } from './persona-text.ts';
import { useSpeaking } from './test-call/use-voice.ts';

/** Callers grow impatient. */
const LONG_SECONDS = 12;

/** What is said without any model, as a caller hears it. */
export function Preview({ persona }: { persona: PersonaText }) {
  const { t } = useTranslation('persona');
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="preview-title">
      <Stack gap="sm">
        <Title order={2} id="preview-title">
          {t('preview.title')}
        </Title>
        <Spoken
          when={t('preview.greeting')}
          text={persona.greeting}
          language={persona.voiceLanguage ?? persona.language}
          warns
        />
        {persona.hours && persona.outsideHours !== 'ANSWER' && (
          <Spoken
            when={t(`preview.${persona.outsideHours}`)}
            text={persona.closedGreeting}
            language={persona.voiceLanguage ?? persona.language}
          />
        )}
        <Spoken
          when={t('preview.silence')}
          text={persona.noSpeechMessage}
          language={persona.voiceLanguage ?? persona.language}
        />
      </Stack>
    </Paper>
  );
}

/** @param warns of a text that callers have to sit through */
function Spoken({
  when,
  text,
  language,
  warns = false,
}: {
  when: string;
  text: string;
  language: string;
  warns?: boolean;
}) {
  const { t } = useTranslation('persona');
  const { isPossible, isSpeaking, speak, stop } = useSpeaking(language);
  // The server takes spoken texts as one line.
  const words = text.trim().replaceAll(/\s+/g, ' ');
  const seconds = spokenSeconds(words);
  const Icon = isSpeaking ? IconPlayerStop : IconPlayerPlay;
  const label = t(isSpeaking ? 'preview.stop' : 'preview.listen');
  return (
    <div>
      <Text size="sm" fw={500}>
        {when}
      </Text>
      <Text
        component="blockquote"
        lang={words === '' ? undefined : language}
        m={0}
        mt={4}
        p="sm"
        bg="var(--mantine-color-default-hover)"
        style={{ borderRadius: 'var(--mantine-radius-md)', overflowWrap: 'anywhere' }}
      >
        {words || t('preview.empty')}
      </Text>
      <Group gap="xs" mt={6} justify="space-between">
        <Text size="xs" c="dimmed">
          {t('preview.seconds', { count: seconds })}
        </Text>
        {isPossible && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<Icon size={14} aria-hidden />}
            aria-label={`${label}: ${when}`}
            title={t('preview.voice')}
            disabled={words === ''}
            onClick={() => (isSpeaking ? stop() : speak(words))}
          >
            {label}
          </Button>
        )}
      </Group>
      {warns && seconds > LONG_SECONDS && <Text size="xs">{t('preview.long')}</Text>}
    </div>
  );
}
