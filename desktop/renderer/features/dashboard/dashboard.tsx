import { useQuery } from '@apollo/client/react';
import { SimpleGrid } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTenant } from '../../app/tenant.tsx';
import { daysAfter, startOfDay } from '../../ui/day.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { EACH_ASKED } from '../call/operations.ts';
import { BusiestHours, CallsByDay } from './charts.tsx';
import { Figures } from './figures.tsx';
import { FollowUpsDue } from './follow-ups-due.tsx';
import { GoingOnNow } from './going-on-now.tsx';
import { DASHBOARD } from './operations.ts';
import { RepeatCallers } from './repeat-callers.tsx';
import { TopIntents } from './top-intents.tsx';
import { UnansweredQuestions } from './unanswered-questions.tsx';
import { useDay } from './use-day.ts';
import { useLiveCalls } from './use-live-calls.ts';

const DAYS = 30;

/** How a tenant's telephone is doing. */
export function Screen() {
  const { t } = useTranslation(['dashboard', 'common']);
  const { id: tenantId, timeZone } = useTenant();
  const day = useDay(timeZone);
  const variables = useMemo(() => {
    const startOf = (wanted: string) => startOfDay(wanted, timeZone)?.toISOString() ?? null;
    return { tenantId, today: startOf(day), month: startOf(daysAfter(day, 1 - DAYS)) };
  }, [tenantId, timeZone, day]);
  const { data, error, refetch } = useQuery(DASHBOARD, {
    variables,
    context: EACH_ASKED,
  });
  // Where it fails, `error` tells.
  const look = () => void refetch().catch(() => undefined);
  const live = useLiveCalls(tenantId, look);
  return (
    <Page title={t('common:nav.dashboard')} lead={t('lead', { days: DAYS })}>
      <GoingOnNow live={live} />
      {!data && (error ? <Failed error={error} retry={look} /> : <PageSkeleton rows={8} />)}
      {data && (
        <>
          <Figures today={data.today} total={data.insights.total} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            <CallsByDay days={data.insights.days} today={day} length={DAYS} />
            <BusiestHours hours={data.insights.hours} />
            <FollowUpsDue tenantId={tenantId} />
            <UnansweredQuestions questions={data.unansweredQuestions} />
            <TopIntents total={data.insights.total} />
            <RepeatCallers callers={data.repeatCallers} returning={data.insights.total.returning} />
          </SimpleGrid>
        </>
      )}
    </Page>
  );
}
