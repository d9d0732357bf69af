import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { RUNS, type Run } from './operations.ts';

/** What an automation made of calls. */
export function Runs({ automationId }: { automationId: string }) {
  const { t } = useTranslation(['automations', 'common']);
  const { dateTime } = useFormat();
  const { data, error, loading, refetch, fetchMore } = useQuery(RUNS, {
    variables: { automationId },
    fetchPolicy: 'network-only',
  });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={3} />;
  const { edges, pageInfo } = data.automationRuns;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: ({ automationRuns }, { fetchMoreResult }) => ({
        automationRuns: {
          ...fetchMoreResult.automationRuns,
          edges: [...automationRuns.edges, ...fetchMoreResult.automationRuns.edges],
        },
      }),
    });
  if (edges.length === 0) return <Nothing>{t('runs.nothing')}</Nothing>;
  return (
    <Stack>
      <ResponsiveTable
        label={t('tab.runs')}
        rows={edges.map(({ node }) => node)}
        rowKey={({ id }) => id}
        columns={[
          { key: 'ranAt', header: t('runs.when'), cell: ({ ranAt }) => dateTime(ranAt) },
          { key: 'call', header: t('runs.call'), cell: (run) => <TheCall call={run.call} /> },
          { key: 'trigger', header: t('runs.trigger'), cell: ({ trigger }) => t(`trigger.${trigger}`) },
          { key: 'outcome', header: t('runs.outcome'), cell: (run) => <Outcome run={run} /> },
        ]}
      />
      {pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loading} onClick={() => void more()}>
            {t('common:action.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function Outcome({ run: { outcome, reason, actions } }: { run: Run }) {
  const { t } = useTranslation('automations');
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {t(`runs.outcomes.${outcome}`)}
      </Text>
      {reason && (
        <Text size="sm" lang="en">
          {reason}
        </Text>
      )}
      {actions.map((action, index) => (
        <Text key={`${index} ${action.kind}`} size="sm">
          {t(`kind.${action.kind}`)}: {t(`runs.actionOutcomes.${action.outcome}`)}
          {action.reason && <span lang="en"> – {action.reason}</span>}
        </Text>
      ))}
    </Stack>
  );
}

/** The call that a run or a delivery is about; it may be forgotten by now. */
export function TheCall({ call }: { call: Run['call'] }) {
  const { t } = useTranslation('automations');
  const { dateTime } = useFormat();
  if (!call) return t('runs.forgotten');
  return (
    <Anchor component={Link} to={`/calls/${call.id}`} size="sm" underline="always">
      {dateTime(call.startedAt)}
    </Anchor>
  );
}
