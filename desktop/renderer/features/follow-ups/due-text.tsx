import { Badge, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { isOverdue } from './due-time.ts';
import type { FollowUp } from './operations.ts';

/** By when; or when it was settled, and by whom. */
export function DueText({ followUp, now }: { followUp: FollowUp; now: Date }) {
  const { t } = useTranslation('followUps');
  const { dateTime } = useFormat();
  const { status, dueAt, settledAt, settledBy } = followUp;
  if (status !== 'OPEN' && settledAt) {
    const time = dateTime(settledAt);
    const words = settledBy
      ? t(`settledBy.${status}`, { time, name: settledBy.name })
      : t(`settledAt.${status}`, { time });
    return <Text size="sm">{words}</Text>;
  }
  if (!dueAt) return <Text size="sm">{t('notDue')}</Text>;
  if (!isOverdue(followUp, now)) return <Text size="sm">{t('due', { time: dateTime(dueAt) })}</Text>;
  return (
    <Badge
      variant="default"
      tt="none"
      leftSection={<IconAlertTriangle size={14} color="var(--mantine-color-red-6)" aria-hidden />}
    >
      {t('overdue', { time: dateTime(dueAt) })}
    </Badge>
  );
}
