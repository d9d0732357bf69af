import { useMutation, useQuery } from '@apollo/client/react';
import { Anchor, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RecordingErasureStatus } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { type Sign, SignBadge } from '../../ui/sign-badge.tsx';
import { Failed } from '../../ui/states.tsx';
import { ERASURES, type Erasures, RETRY_ERASURE } from './operations.ts';

type Erasure = Erasures['latest'][number];

const SIGNS = {
  PENDING: { icon: IconCircleDashed, color: 'yellow' },
  DELETED: { icon: IconCircleCheck, color: 'teal' },
  FAILED: { icon: IconCircleX, color: 'red' },
} satisfies Record<RecordingErasureStatus, Sign>;

const A_FEW = 10;
const EVERY_MS = 15_000;

/**
 * Whether Vobiz has deleted the recordings that were deleted here.
 * @param tenantId null: of all businesses, erased ones as well
 */
export function RecordingErasures({ tenantId }: { tenantId: string | null }) {
  const { t } = useTranslation('carrier');
  const { data, error, refetch } = useQuery(ERASURES, {
    variables: { tenantId },
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY_MS,
  });
  return (
    <Paper withBorder p="md" mt="md" component="section" aria-labelledby="erasures-title">
      <Stack gap="sm">
        <Title order={2} id="erasures-title">
          {t('erasures.heading')}
        </Title>
        <Text>{t('erasures.lead')}</Text>
        {error && !data && <Failed error={error} retry={() => void refetch()} />}
        {!data && !error && <PageSkeleton rows={1} />}
        {data && (
          <Told
            erasures={data.recordingErasures}
            isOfOne={tenantId !== null}
            onRetried={() => void refetch()}
          />
        )}
      </Stack>
    </Paper>
  );
}

type ToldProps = { erasures: Erasures; isOfOne: boolean; onRetried: () => void };

function Told({ erasures, isOfOne, onRetried }: ToldProps) {
  const { t } = useTranslation(['carrier', 'common']);
  const { dateTime, number } = useFormat();
  const [shown, setShown] = useState(A_FEW);
  const { pending, deleted, failed, latest } = erasures;
  if (latest.length === 0) return <Text c="dimmed">{t('erasures.nothing')}</Text>;
  const counts = { pending: number(pending), deleted: number(deleted), failed: number(failed) };
  return (
    <>
      <Text fw={500} role="status">
        {t('erasures.counts', counts)}
      </Text>
      <ResponsiveTable
        label={t('erasures.heading')}
        rows={latest.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'requested',
            header: t('erasures.requested'),
            // Of a business that was erased there is no call to show.
            cell: ({ requestedAt, callId }) =>
              isOfOne ? (
                <Anchor component={Link} to={`/calls/${callId}`} inherit>
                  {dateTime(requestedAt)}
                </Anchor>
              ) : (
                dateTime(requestedAt)
              ),
          },
          {
            key: 'status',
            header: t('erasures.statusHeader'),
            cell: ({ status }) => (
              <SignBadge sign={SIGNS[status]}>{t(`erasures.status.${status}`)}</SignBadge>
            ),
          },
          {
            key: 'when',
            header: t('erasures.when'),
            cell: ({ settledAt, nextAttemptAt }) => {
              if (settledAt) return dateTime(settledAt);
              return nextAttemptAt ? t('erasures.next', { time: dateTime(nextAttemptAt) }) : '';
            },
          },
          { key: 'reason', header: t('erasures.reason'), cell: ({ reason }) => reason ?? '–' },
        ]}
        actions={{
          header: t('erasures.action'),
          of: (erasure) => <Retry erasure={erasure} onRetried={onRetried} />,
        }}
      />
      {latest.length > shown && (
        <Button variant="default" onClick={() => setShown(latest.length)}>
          {t('common:action.more')}
        </Button>
      )}
    </>
  );
}

function Retry({
  erasure: { id, status, requestedAt },
  onRetried,
}: {
  erasure: Erasure;
  onRetried: () => void;
}) {
  const { t } = useTranslation('carrier');
  const { dateTime } = useFormat();
  const [retry, { loading }] = useMutation(RETRY_ERASURE);
  if (status !== 'FAILED') return null;
  const again = async () => {
    try {
      await retry({ variables: { id } });
      notifications.show({ message: t('erasures.retried') });
    } catch {
      notifications.show({ message: t('erasures.notRetried'), color: 'red' });
    }
    onRetried();
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={loading}
      onClick={() => void again()}
      aria-label={t('erasures.retryNamed', { time: dateTime(requestedAt) })}
    >
      {t('erasures.retry')}
    </Button>
  );
}
