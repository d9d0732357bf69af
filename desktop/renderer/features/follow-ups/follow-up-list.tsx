import { useMutation } from '@apollo/client/react';
import { Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import type { FollowUpStatus } from '../../graphql/generated/graphql.ts';
import { useNow } from '../../ui/use-now.ts';
import { FollowUpCard } from './follow-up-card.tsx';
import { type FollowUp, SET_STATUS } from './operations.ts';
import { useFollowUpKeys } from './use-follow-up-keys.ts';

export function FollowUpList({ followUps }: { followUps: readonly FollowUp[] }) {
  const { t } = useTranslation(['followUps', 'common']);
  const now = useNow(followUps.map(({ dueAt }) => dueAt));
  const [setStatus, { loading }] = useMutation(SET_STATUS);
  const settle = async (followUp: FollowUp, status: FollowUpStatus) => {
    if (loading || followUp.status === status) return;
    try {
      keys.leave(followUp.id);
      await setStatus({ variables: { id: followUp.id, status } });
      notifications.show({ message: t(`settled.${status}`, { title: followUp.title }) });
    } catch (error) {
      notifications.show({ color: 'red', message: failureOf(error).message ?? t('common:state.offline') });
    }
  };
  const keys = useFollowUpKeys(followUps, (followUp, status) => void settle(followUp, status));
  return (
    <Stack
      component="ul"
      gap="xs"
      p={0}
      m={0}
      style={{ listStyle: 'none' }}
      aria-label={t('list')}
      onKeyDown={keys.onKeyDown}
    >
      {followUps.map((followUp) => (
        <FollowUpCard
          key={followUp.id}
          followUp={followUp}
          now={now}
          onSettle={(status) => void settle(followUp, status)}
          onFocus={() => keys.onFocus(followUp.id)}
        />
      ))}
    </Stack>
  );
}
