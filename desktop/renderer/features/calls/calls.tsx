import { Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTenant } from '../../app/tenant.tsx';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { CallList } from './call-list.tsx';
import { FilterBar, SEARCH_ID } from './filter-bar.tsx';
import { addressOf, filterOf, readWanted, type Wanted } from './filters.ts';
import { useCallFeed } from './use-call-feed.ts';

/** The call log of a tenant, live. */
export function Screen() {
  const { t } = useTranslation(['calls', 'common']);
  const { id, timeZone } = useTenant();
  const { number } = useFormat();
  const [address, setAddress] = useSearchParams();
  const wanted = useMemo(() => readWanted(address), [address]);
  const filter = useMemo(() => filterOf(wanted, timeZone), [wanted, timeZone]);
  const want = (changed: Wanted) => setAddress(addressOf(changed), { replace: true });
  const { feed, state, isStale } = useCallFeed(id, filter);
  useHotkeys([['/', () => document.getElementById(SEARCH_ID)?.focus()]]);
  const { calls, total, error } = state;
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page title={t('common:nav.calls')}>
      <FilterBar wanted={wanted} onWant={want} />
      {total === null &&
        (error ? <Failed error={error} retry={() => void feed.more()} /> : <PageSkeleton rows={8} />)}
      {total !== null && (
        <Stack gap="xs" aria-busy={isStale} opacity={isStale ? 0.6 : 1}>
          <Text size="sm" c="dimmed" role="status">
            {t('count', { count: total, amount: number(total) })}
          </Text>
          {calls.length === 0 ? (
            <Nothing>{t(isFiltered ? 'noneFound' : 'none')}</Nothing>
          ) : (
            <CallList feed={feed} state={state} />
          )}
        </Stack>
      )}
    </Page>
  );
}
