import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { Document } from './document.tsx';
import { Fields } from './fields.tsx';
import { type Exchange, REPLAY, WEBHOOK } from './operations.ts';
import { OutcomeMark } from './outcome-mark.tsx';
import { Replayed } from './replayed.tsx';

/** One webhook: what it said, what it was answered, and what it would be answered today. */
export function Screen() {
  const { id = '' } = useParams();
  const { t } = useTranslation('webhooks');
  const { data, error, refetch } = useQuery(WEBHOOK, { variables: { id } });
  const exchange = data?.webhookExchange;
  const name = exchange && `${exchange.webhook.slug}/${exchange.webhook.webhook}`;
  return (
    <Page
      title={name ?? t('one')}
      actions={
        <Anchor component={Link} to="/system/webhooks">
          {t('toList')}
        </Anchor>
      }
    >
      {!exchange && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton />)}
      {exchange && <Opened exchange={exchange} />}
    </Page>
  );
}

function Opened({ exchange }: { exchange: Exchange }) {
  const { t } = useTranslation('webhooks');
  const { number } = useFormat();
  const { webhook, query, body, xml, spoken, isCut } = exchange;
  return (
    <Stack gap="lg">
      <Facts webhook={webhook} contentType={exchange.contentType} />
      {isCut && <Text size="sm">{t('isCut')}</Text>}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack miw={0}>
          <Title order={2}>{t('came')}</Title>
          <Fields title={t('query')} fields={query} nothing={t('noQuery')} />
          <Fields title={t('body')} fields={body} nothing={t(body ? 'emptyBody' : 'unreadable')} />
        </Stack>
        <Stack miw={0}>
          <Title order={2}>{t('wasAnswered')}</Title>
          <Document
            title={t('document')}
            took={t('milliseconds', { amount: number(webhook.milliseconds) })}
            {...{ status: webhook.status, xml, spoken }}
          />
        </Stack>
      </SimpleGrid>
      <Sandbox exchange={exchange} />
    </Stack>
  );
}

function Facts({ webhook, contentType }: Pick<Exchange, 'webhook' | 'contentType'>) {
  const { t } = useTranslation('webhooks');
  const { date, time } = useFormat();
  const { at, method, dialect, callId, providerCallId, reason } = webhook;
  const facts = [t('atTime', { date: date(at), time: time(at) }), method, dialect, contentType];
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs">
        <OutcomeMark outcome={webhook.outcome} status={webhook.status} />
        {reason && <Text size="sm">{t(`reason.${reason}`)}</Text>}
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {providerCallId && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('ofCall', { id: providerCallId })}{' '}
          {callId && (
            <Anchor component={Link} to={`/calls/${callId}`} inherit>
              {t('toCall')}
            </Anchor>
          )}
        </Text>
      )}
    </Stack>
  );
}

function Sandbox({ exchange }: { exchange: Exchange }) {
  const { t } = useTranslation('webhooks');
  const [replay, { data, error, loading }] = useMutation(REPLAY);
  const { id } = exchange.webhook;
  return (
    <Stack component="section" aria-labelledby="sandbox" aria-live="polite">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} id="sandbox">
            {t('replay.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('replay.lead')}
          </Text>
        </div>
        <Button
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          loading={loading}
          onClick={() => void replay({ variables: { id } }).catch(() => undefined)}
        >
          {t('replay.play')}
        </Button>
      </Group>
      {error && <Failed error={error} />}
      {data && <Replayed exchange={exchange} replay={data.replayWebhook} />}
    </Stack>
  );
}
