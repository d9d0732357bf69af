import { Anchor, Badge, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CopyButton } from '../../ui/copy-button.tsx';
import type { Step } from './guide-steps.ts';
import type { WebhookUrls } from './operations.ts';

type Props = { step: Step; number: number; isDone: boolean; urls: WebhookUrls };

export function GuideStep({ step, number, isDone, urls }: Props) {
  const { t } = useTranslation('setup');
  const Icon = isDone ? IconCircleCheck : IconCircleDashed;
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
          <Title order={3} fz="md">
            {t('guide.numbered', { number, title: t(`guide.steps.${step}.title`) })}
          </Title>
          <Badge
            variant="default"
            tt="none"
            style={{ flexShrink: 0 }}
            leftSection={<Icon size={14} aria-hidden />}
          >
            {t(isDone ? 'guide.done' : 'guide.open')}
          </Badge>
        </Group>
        <Text size="sm">{t(`guide.steps.${step}.text`)}</Text>
        <Tool step={step} urls={urls} />
      </Stack>
    </Paper>
  );
}

/** What a step is done with. */
function Tool({ step, urls }: { step: Step; urls: WebhookUrls }) {
  const { t } = useTranslation('setup');
  switch (step) {
    case 'address':
      return <Address name={t('guide.publicUrl')} url={new URL(urls.answer).origin} />;
    case 'answerUrl':
      return <Address name={t('guide.answerUrl')} url={urls.answer} />;
    case 'inputUrl':
      return <Address name={t('guide.inputUrl')} url={urls.input} />;
    case 'hangupUrl':
      return <Address name={t('guide.hangupUrl')} url={urls.hangup} />;
    case 'number':
      return <Way to="/numbers">{t('guide.toNumbers')}</Way>;
    case 'call':
      return <Way to="/calls">{t('guide.toCalls')}</Way>;
    case 'attach':
      return null;
  }
}

function Address({ name, url }: { name: string; url: string }) {
  return (
    <div>
      <Text size="sm" fw={500}>
        {name}
      </Text>
      <Group gap={4} wrap="nowrap">
        <Code style={{ overflowWrap: 'anywhere' }}>{url}</Code>
        <CopyButton value={url} what={name} />
      </Group>
    </div>
  );
}

function Way({ to, children }: { to: string; children: string }) {
  return (
    <Anchor component={Link} to={to} size="sm" underline="always">
      {children}
    </Anchor>
  );
}
