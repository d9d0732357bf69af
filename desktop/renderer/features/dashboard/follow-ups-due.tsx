import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import classes from './lines.module.css';
import { FOLLOW_UPS_DUE } from './operations.ts';
import { Section } from './section.tsx';

const POLL_MS = 60_000;

/** What callers wait for. */
export function FollowUpsDue({ tenantId }: { tenantId: string }) {
  const { t } = useTranslation('dashboard');
  const { dateTime } = useFormat();
  const { data, error, refetch } = useQuery(FOLLOW_UPS_DUE, {
    variables: { tenantId },
    pollInterval: POLL_MS,
    fetchPolicy: 'cache-and-network',
  });
  const list = data?.followUps;
  return (
    <Section
      title={t('followUps.title')}
      aside={
        <Anchor component={Link} to="/follow-ups" size="sm">
          {t('followUps.all')}
        </Anchor>
      }
    >
      {!list &&
        (error ? (
          <Failed error={error} retry={() => void refetch().catch(() => undefined)} />
        ) : (
          <PageSkeleton rows={2} />
        ))}
      {list?.length === 0 && <Text c="dimmed">{t('followUps.none')}</Text>}
      <ul className={classes.list} aria-label={t('followUps.title')}>
        {list?.map(({ id, title, dueAt, call }) => (
          <li key={id}>
            {call ? (
              <Anchor component={Link} to={`/calls/${call.id}`}>
                {title}
              </Anchor>
            ) : (
              <Text>{title}</Text>
            )}
            <Text size="xs" c="dimmed">
              {dueAt
                ? t(isOver(dueAt) ? 'followUps.overdue' : 'followUps.due', { at: dateTime(dueAt) })
                : t('followUps.open')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const isOver = (at: string): boolean => Date.parse(at) < Date.now();
