import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { DryRun } from '../operations.ts';

export function DryRunResult({ dryRun: { wouldRun, reason, actions } }: { dryRun: DryRun }) {
  const { t } = useTranslation('automations');
  const Icon = wouldRun ? IconCircleCheck : IconCircleX;
  return (
    <Stack>
      <Alert color={wouldRun ? 'teal' : 'gray'} variant="outline" icon={<Icon aria-hidden />}>
        <Text>{t(wouldRun ? 'try.would' : 'try.wouldNot')}</Text>
        {reason && (
          <Text size="sm" lang="en">
            {reason}
          </Text>
        )}
      </Alert>
      {actions.length > 0 && (
        <>
          <Title order={2}>{t(wouldRun ? 'try.actions' : 'try.actionsIf')}</Title>
          <Stack component="ol" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
            {actions.map((action, index) => (
              <Tried key={`${index} ${action.kind}`} action={action} number={index + 1} />
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
}

function Tried({ action, number }: { action: DryRun['actions'][number]; number: number }) {
  const { t } = useTranslation('automations');
  const { dateTime } = useFormat();
  const { kind, skipped, target, subject, body, dueAt } = action;
  return (
    <Paper component="li" withBorder p="sm">
      <Stack gap={4} style={{ overflowWrap: 'anywhere' }}>
        <Text fw={600}>{t('actionNumbered', { number, kind: t(`kind.${kind}`) })}</Text>
        {skipped && (
          <Text size="sm" lang="en">
            {t('try.skipped', { reason: skipped })}
          </Text>
        )}
        {target && <Text size="sm">{t('try.target', { target })}</Text>}
        {subject && <Text size="sm">{t('try.subject', { subject })}</Text>}
        {dueAt && <Text size="sm">{t('try.due', { time: dateTime(dueAt) })}</Text>}
        {body && (
          <Text size="sm" ff="monospace" style={{ whiteSpace: 'pre-wrap' }}>
            {kind === 'WEBHOOK' ? indented(body) : body}
          </Text>
        )}
      </Stack>
    </Paper>
  );
}

/** What machines read on one line, for people. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}
