import { useQuery } from '@apollo/client/react';
import { Alert, List, Text } from '@mantine/core';
import { IconPlayerSkipForward } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeliveryKind } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { RUNS } from './operations.ts';
import { TheCall } from './runs.tsx';

/**
 * What was to be sent in the latest runs, and made no delivery: with the reason, since the business may be waiting for
 * it.
 */
export function Skipped({ automationId, kind }: { automationId: string; kind: DeliveryKind }) {
  const { t } = useTranslation('automations');
  const { dateTime } = useFormat();
  const { data } = useQuery(RUNS, { variables: { automationId }, fetchPolicy: 'network-only' });
  const skipped = (data?.automationRuns.edges ?? []).flatMap(({ node: { id, ranAt, call, actions } }) =>
    actions
      .filter((action) => action.kind === kind && action.outcome === 'SKIPPED')
      .map(({ reason }, index) => ({ key: `${id} ${index}`, ranAt, call, reason })),
  );
  if (skipped.length === 0) return null;
  return (
    <Alert
      variant="outline"
      color="gray"
      title={t('skipped.title')}
      icon={<IconPlayerSkipForward aria-hidden />}
    >
      <Text size="sm">{t('skipped.help')}</Text>
      <List size="sm" mt="xs" aria-label={t('skipped.title')}>
        {skipped.map(({ key, ranAt, call, reason }) => (
          <List.Item key={key}>
            {dateTime(ranAt)}: <span lang="en">{reason}</span> {t('runs.call')}: <TheCall call={call} />
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
