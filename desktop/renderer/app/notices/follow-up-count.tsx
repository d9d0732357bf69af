import { useQuery } from '@apollo/client/react';
import { Badge, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isOverdue } from '../../features/follow-ups/due-time.ts';
import { graphql } from '../../graphql/generated/gql.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSession } from '../session.tsx';
import { useTenants } from '../tenant.tsx';

/** Asked for again by useFollowUpNews. */
const OPEN_FOLLOW_UPS = graphql(`
  query OpenFollowUps($tenantId: ID!) {
    followUps(tenantId: $tenantId, status: OPEN) { id status dueAt }
  }
`);

/** What describes the link that the badge stands in, for users who don't see the badge. */
export const FOLLOW_UP_COUNT_ID = 'open-follow-ups';

/** How much there is to do, and whether something of it should be done already; nothing where there is nothing. */
export function FollowUpCount() {
  const { t } = useTranslation('notices');
  const { user } = useSession();
  const { tenant } = useTenants();
  const { data } = useQuery(OPEN_FOLLOW_UPS, {
    variables: { tenantId: tenant?.id ?? '' },
    skip: !tenant || user.mustChangePassword,
    // The answer to one that is under way may be older than the news that make it be asked again.
    context: { queryDeduplication: false },
  });
  const open = data?.followUps.filter(({ status }) => status === 'OPEN') ?? [];
  const now = useNow(open.map(({ dueAt }) => dueAt));
  const overdue = open.filter((followUp) => isOverdue(followUp, now)).length;
  if (open.length === 0) return null;
  return (
    <span aria-hidden>
      <Badge
        variant="default"
        leftSection={
          overdue > 0 && <IconAlertTriangle size={12} color="var(--mantine-color-red-6)" aria-hidden />
        }
      >
        {open.length}
      </Badge>
      <VisuallyHidden id={FOLLOW_UP_COUNT_ID}>
        {t('count.open', { count: open.length })}
        {overdue > 0 && `, ${t('count.overdue', { count: overdue })}`}
      </VisuallyHidden>
    </span>
  );
}
