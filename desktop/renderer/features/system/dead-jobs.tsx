import { useMutation } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../graphql/generated/gql.ts';
import type { SystemStatusQuery } from '../../graphql/generated/graphql.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';

const RETRY = graphql(`mutation RetryDeadJob($id: ID!) { retryDeadJob(id: $id) }`);
const FORGET = graphql(`mutation ForgetDeadJob($id: ID!) { forgetDeadJob(id: $id) }`);

type DeadJob = SystemStatusQuery['systemStatus']['deadJobs'][number];

/** Jobs that the server doesn't try any more, unless a super admin says so here. */
export function DeadJobs({ jobs, onSettled }: { jobs: readonly DeadJob[]; onSettled: () => void }) {
  const { t } = useTranslation('system');
  const { dateTime } = useFormat();
  return (
    <ResponsiveTable
      label={t('deadTitle')}
      rows={jobs}
      rowKey={({ id }) => id}
      columns={[
        { key: 'task', header: t('task'), cell: ({ task }) => task },
        { key: 'failedAt', header: t('failedAt'), cell: ({ failedAt }) => dateTime(failedAt) },
        {
          key: 'error',
          header: t('error'),
          cell: ({ attempts, error }) => t('afterAttempts', { count: attempts, error: error ?? '–' }),
        },
      ]}
      actions={{ header: t('actions'), of: (job) => <Actions job={job} onSettled={onSettled} /> }}
    />
  );
}

function Actions({ job: { id, task }, onSettled }: { job: DeadJob; onSettled: () => void }) {
  const { t } = useTranslation('system');
  const [retry, { loading: isRetrying }] = useMutation(RETRY);
  const [forget, { loading: isForgetting, error, reset }] = useMutation(FORGET);
  const [isAsking, setAsking] = useState(false);
  const again = async () => {
    try {
      await retry({ variables: { id } });
      notifications.show({ message: t('retried') });
    } catch {
      notifications.show({ message: t('notRetried'), color: 'red' });
    }
    onSettled();
  };
  const forgetIt = async () => {
    try {
      await forget({ variables: { id } });
      setAsking(false);
      notifications.show({ message: t('forgotten') });
      onSettled();
    } catch {
      // The dialog tells.
    }
  };
  return (
    <Group justify="flex-end" gap="xs" wrap="nowrap">
      <Button size="xs" variant="default" loading={isRetrying} onClick={() => void again()}>
        {t('retry')}
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          reset();
          setAsking(true);
        }}
      >
        {t('forget')}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('forgetQuestion', { task })}
        confirm={t('forget')}
        isDangerous
        isBusy={isForgetting}
        error={error}
        onConfirm={() => void forgetIt()}
      >
        {t('forgetMeans')}
      </Confirm>
    </Group>
  );
}
