import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { DeliveryStatusMark } from './delivery-status-mark.tsx';
import type { Delivery } from './operations.ts';
import { Redeliver } from './redeliver.tsx';
import { TheCall } from './runs.tsx';

type Props = { deliveries: readonly Delivery[]; onRepeated: () => void };

export function DeliveryTable({ deliveries, onRepeated }: Props) {
  const { t } = useTranslation('automations');
  const { user } = useSession();
  const { number } = useFormat();
  return (
    <ResponsiveTable
      label={t('tab.deliveries')}
      rows={deliveries}
      rowKey={({ id }) => id}
      columns={[
        { key: 'target', header: t('deliveries.target'), cell: (delivery) => <Target delivery={delivery} /> },
        { key: 'call', header: t('runs.call'), cell: ({ call }) => <TheCall call={call} /> },
        { key: 'status', header: t('deliveries.status'), cell: (delivery) => <How delivery={delivery} /> },
        {
          key: 'attempts',
          header: t('deliveries.attempts'),
          cell: ({ attempts }) => number(attempts),
          isFigure: true,
        },
      ]}
      {...(user.role !== 'TENANT_STAFF' && {
        actions: {
          header: t('deliveries.actions'),
          of: (delivery: Delivery) =>
            delivery.status === 'PENDING' ? null : <Redeliver delivery={delivery} onDone={onRepeated} />,
        },
      })}
    />
  );
}

function Target({ delivery: { target, subject, repeats } }: { delivery: Delivery }) {
  const { t } = useTranslation('automations');
  return (
    <Stack gap={2} style={{ overflowWrap: 'anywhere' }}>
      <span>{target ?? t('deliveries.hidden')}</span>
      {subject && <Text size="sm">{subject}</Text>}
      {repeats && <Text size="sm">{t('deliveries.repeats')}</Text>}
    </Stack>
  );
}

/** How a delivery went, what the receiver said, and when it is tried again. */
function How({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation('automations');
  const { dateTime } = useFormat();
  const { status, lastStatus, problem, lastAttemptAt, nextAttemptAt } = delivery;
  return (
    <Stack gap={2}>
      <DeliveryStatusMark status={status} />
      {lastAttemptAt && (
        <Text size="sm">
          {lastStatus === null
            ? t('deliveries.tried', { time: dateTime(lastAttemptAt) })
            : t('deliveries.answered', { time: dateTime(lastAttemptAt), status: lastStatus })}
        </Text>
      )}
      {problem && (
        <Text size="sm" lang="en">
          {problem}
        </Text>
      )}
      {status === 'PENDING' && nextAttemptAt && (
        <Text size="sm">{t('deliveries.next', { time: dateTime(nextAttemptAt) })}</Text>
      )}
    </Stack>
  );
}
