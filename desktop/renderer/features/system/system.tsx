import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated/gql.ts';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';

const STATUS = graphql(`
  query SystemStatus {
    systemStatus {
      version nodeVersion databaseVersion startedAt model waitingJobs runningJobs
      deadJobs { id task attempts error failedAt }
    }
  }
`);
const RETRY = graphql(`mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }`);

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
        <Anchor component={Link} to="/system/audit">
          {t('audit')}
        </Anchor>
      }
    >
      {error && !data && <Failed error={error} retry={() => void refetch()} />}
      {!error && !data && <PageSkeleton rows={3} />}
      {data && <Status status={data.systemStatus} onRetried={() => void refetch()} />}
    </Page>
  );
}

type Status = SystemStatusQuery['systemStatus'];

function Status({ status, onRetried }: { status: Status; onRetried: () => void }) {
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
      <Title order={2}>{t('deadTitle')}</Title>
      {status.deadJobs.length === 0 ? (
        <Text c="dimmed">{t('noneDead')}</Text>
      ) : (
        <DeadJobs jobs={status.deadJobs} onRetried={onRetried} />
      )}
    </Stack>
  );
}

function DeadJobs({ jobs, onRetried }: { jobs: Status['deadJobs']; onRetried: () => void }) {
  const { t } = useTranslation('system');
  const { dateTime } = useFormat();
  const [retry, { loading }] = useMutation(RETRY);
  const again = async (id: string) => {
    try {
      await retry({ variables: { id } });
      notifications.show({ message: t('retried') });
    } catch {
      notifications.show({ message: t('notRetried'), color: 'red' });
    }
    onRetried();
  };
  return (
    <Table.ScrollContainer minWidth={560} aria-label={t('deadTitle')} tabIndex={0}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('task')}</Table.Th>
            <Table.Th>{t('failedAt')}</Table.Th>
            <Table.Th>{t('error')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {jobs.map(({ id, task, attempts, error, failedAt }) => (
            <Table.Tr key={id}>
              <Table.Td>{task}</Table.Td>
              <Table.Td>{dateTime(failedAt)}</Table.Td>
              <Table.Td>{t('afterAttempts', { count: attempts, error: error ?? '–' })}</Table.Td>
              <Table.Td>
                <Group justify="flex-end">
                  <Button size="xs" variant="default" loading={loading} onClick={() => void again(id)}>
                    {t('retry')}
                  </Button>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
