import { useQuery } from '@apollo/client/react';
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { graphql } from '../../graphql/generated/gql.ts';
import { useFormat } from '../../ui/format.ts';
import { type Call, EACH_ASKED } from './operations.ts';

const FOLLOW_UPS = graphql(`
  query FollowUpsOfCalls($tenantId: ID!) {
    followUps(tenantId: $tenantId) { id title status dueAt call { id } }
  }
`);

/** What is to be done after a call; nothing where that is nothing. */
export function FollowUps({ call }: { call: Call }) {
  const { t } = useTranslation('call');
  const { dateTime } = useFormat();
  const { data, refetch } = useQuery(FOLLOW_UPS, {
    variables: { tenantId: call.tenant.id },
    fetchPolicy: 'cache-and-network',
    context: EACH_ASKED,
  });
  const analysedAt = call.analysis?.analysedAt;
  useEffect(() => {
    // They come with the analysis.
    if (analysedAt) void refetch().catch(() => undefined);
  }, [analysedAt, refetch]);
  const found = data?.followUps.filter((followUp) => followUp.call?.id === call.id) ?? [];
  if (found.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="follow-ups-heading">
      <Title order={2} id="follow-ups-heading">
        {t('followUps.title')}
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {found.map(({ id, title, status, dueAt }) => (
          <li key={id}>
            <Text>{title}</Text>
            <Text size="sm" c="dimmed">
              {t(`followUps.${status}`)}
              {status === 'OPEN' && dueAt && ` · ${t('followUps.due', { at: dateTime(dueAt) })}`}
            </Text>
          </li>
        ))}
      </Stack>
      <Anchor component={Link} to="/follow-ups" size="sm" data-no-print>
        {t('followUps.inbox')}
      </Anchor>
    </Stack>
  );
}
