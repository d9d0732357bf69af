import { useQuery } from '@apollo/client/react';
import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated/gql.ts';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { CarrierAccount } from '../carrier/carrier-account.tsx';
import { RecordingErasures } from '../carrier/recording-erasures.tsx';
import { DeadJobs } from './dead-jobs.tsx';
import { Health } from './health.tsx';
import { RefusedWebhooks } from './refused-webhooks.tsx';

const STATUS = graphql(`
  query SystemStatus {
    systemStatus {
      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs droppedWebhooks
      health { part status }
      refusedWebhooks { slug name reason amount latestAt }
      deadJobs { id task attempts error failedAt }
    }
  }
`);

const EVERY_MS = 15_000;

/** How the platform itself is doing. */
export function Screen() {
  const { t } = useTranslation('system');
  const { data, error, refetch } = useQuery(STATUS, { pollInterval: EVERY_MS, fetchPolicy: 'network-only' });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Anchor component={Link} to="/system/webhooks">
            {t('webhooks')}
          </Anchor>
          <Anchor component={Link} to="/system/audit">
            {t('audit')}
          </Anchor>
        </>
      }
    >
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={3} />}
      {data && <Status status={data.systemStatus} onSettled={() => void refetch()} />}
    </Page>
  );
}

type Status = SystemStatusQuery['systemStatus'];

function Status({ status, onSettled }: { status: Status; onSettled: () => void }) {
  const { t } = useTranslation('system');
  const { dateTime, number } = useFormat();
  const facts = [
    [t('version'), status.version],
    [t('node'), status.nodeVersion],
    [t('database'), `PostgreSQL ${status.databaseVersion}`],
    [t('model'), status.model ?? t('scripted')],
    [t('startedAt'), dateTime(status.startedAt)],
    [t('waiting'), number(status.waitingJobs)],
    [t('running'), number(status.runningJobs)],
    [t('dead'), number(status.deadJobs.length)],
  ];
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} component="dl" m={0}>
        {facts.map(([name, value]) => (
          <Paper key={name} withBorder p="md">
            <Text component="dt" size="sm" c="dimmed">
              {name}
            </Text>
            <Text component="dd" m={0} fw={600}>
              {value}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Health health={status.health} droppedWebhooks={status.droppedWebhooks} />
      <CarrierAccount />
      <RefusedWebhooks refusedWebhooks={status.refusedWebhooks} />
      <Title order={2}>{t('deadTitle')}</Title>
      {status.deadJobs.length === 0 ? (
        <Text c="dimmed">{t('noneDead')}</Text>
      ) : (
        <DeadJobs jobs={status.deadJobs} onSettled={onSettled} />
      )}
      <RecordingErasures tenantId={null} />
    </Stack>
  );
}
