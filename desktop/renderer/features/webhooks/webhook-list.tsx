import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import type { ListedWebhook } from './operations.ts';
import { OutcomeMark } from './outcome-mark.tsx';

export function WebhookList({ webhooks }: { webhooks: readonly ListedWebhook[] }) {
  const { t } = useTranslation('webhooks');
  const { number } = useFormat();
  return (
    <ResponsiveTable
      label={t('list')}
      rows={webhooks}
      rowKey={({ id }) => id}
      columns={[
        { key: 'webhook', header: t('webhook'), cell: (webhook) => <Which webhook={webhook} /> },
        { key: 'outcome', header: t('answered'), cell: (webhook) => <How webhook={webhook} /> },
        { key: 'call', header: t('callId'), cell: (webhook) => <Whose webhook={webhook} /> },
        {
          key: 'ms',
          header: t('took'),
          cell: ({ milliseconds }) => t('milliseconds', { amount: number(milliseconds) }),
          isFigure: true,
        },
      ]}
    />
  );
}

function Which({ webhook: { id, at, slug, webhook, method } }: { webhook: ListedWebhook }) {
  const { t } = useTranslation('webhooks');
  const { date, time } = useFormat();
  const name = `${method === 'POST' ? '' : `${method} `}${slug}/${webhook}`;
  return (
    <Stack gap={2}>
      <Anchor
        component={Link}
        to={`/system/webhooks/${id}`}
        aria-label={t('open', { name, time: time(at) })}
        style={{ overflowWrap: 'anywhere' }}
      >
        {name}
      </Anchor>
      <Text size="sm" c="dimmed" fw={400}>
        <time dateTime={at}>{t('atTime', { date: date(at), time: time(at) })}</time>
      </Text>
    </Stack>
  );
}

function How({ webhook: { outcome, status, reason } }: { webhook: ListedWebhook }) {
  const { t } = useTranslation('webhooks');
  return (
    <Stack gap={2} align="flex-start">
      <OutcomeMark outcome={outcome} status={status} />
      {reason && <Text size="sm">{t(`reason.${reason}`)}</Text>}
    </Stack>
  );
}

function Whose({ webhook: { providerCallId, callId } }: { webhook: ListedWebhook }) {
  if (providerCallId === null) return '–';
  const name = <span style={{ overflowWrap: 'anywhere' }}>{providerCallId}</span>;
  return callId === null ? (
    name
  ) : (
    <Anchor component={Link} to={`/calls/${callId}`}>
      {name}
    </Anchor>
  );
}
