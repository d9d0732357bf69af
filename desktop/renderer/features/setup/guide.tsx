import { Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GuideStep } from './guide-step.tsx';
import { stepsOf } from './guide-steps.ts';
import type { SetupCheck, WebhookUrls } from './operations.ts';

/** The seven steps; what really arrived ticks them. */
export function Guide({ checks, urls }: { checks: readonly SetupCheck[]; urls: WebhookUrls }) {
  const { t } = useTranslation('setup');
  const steps = stepsOf(checks);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <Stack component="section" gap="sm" aria-labelledby="guide">
      <Title order={2} id="guide">
        {t('guide.heading')}
      </Title>
      <Text size="sm">{t('guide.lead')}</Text>
      <div>
        <Text size="sm" fw={500} mb={4} aria-live="polite">
          {t('guide.progress', { done, all: steps.length })}
        </Text>
        <Progress value={(100 * done) / steps.length} aria-label={t('guide.progressLabel')} />
      </div>
      <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {steps.map(({ step, isDone }, index) => (
          <GuideStep key={step} step={step} number={index + 1} isDone={isDone} urls={urls} />
        ))}
      </Stack>
    </Stack>
  );
}
