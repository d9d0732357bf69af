import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import type { Call } from './operations.ts';

/** What there is to do about a call or for a customer; nothing where that is nothing. */
export function FollowUps({ followUps }: Pick<Call, 'followUps'>) {
  const { t } = useTranslation('call');
  const { dateTime } = useFormat();
  if (followUps.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-labelledby="follow-ups-heading">
      <Title order={2} id="follow-ups-heading">
        {t('followUps.title')}
      </Title>
      <Stack component="ul" gap="xs" p={0} m={0} style={{ listStyle: 'none' }}>
        {followUps.map(({ id, title, status, dueAt }) => (
          <li key={id}>
            <Text style={{ overflowWrap: 'anywhere' }}>{title}</Text>
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
