import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { kindOf } from './builder/action-kind.ts';
import { EnabledSwitch } from './enabled-switch.tsx';
import type { Automation } from './operations.ts';

export function AutomationCard({ automation }: { automation: Automation }) {
  const { t } = useTranslation('automations');
  const { dateTime, number } = useFormat();
  const { id, name, trigger, actions, lastRunAt, runCount } = automation;
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Title order={2} fz="md" style={{ overflowWrap: 'anywhere' }}>
            <Anchor component={Link} to={`/automations/${id}`} inherit underline="always">
              {name}
            </Anchor>
          </Title>
          <Text size="sm">
            {t('rule', {
              trigger: t(`trigger.${trigger}`),
              actions: actions.map((action) => t(`kind.${kindOf(action)}`)).join(', '),
            })}
          </Text>
          <Text size="sm" c="dimmed">
            {lastRunAt
              ? t('lastRun', { time: dateTime(lastRunAt), count: runCount, amount: number(runCount) })
              : t('neverRan')}
          </Text>
        </Stack>
        <EnabledSwitch automation={automation} />
      </Group>
    </Paper>
  );
}
