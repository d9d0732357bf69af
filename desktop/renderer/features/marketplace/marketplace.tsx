import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Group, Pagination, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import { BuyNumber } from './buy-number.tsx';
import { FilterBar } from './filter-bar.tsx';
import { type Filters, PER_PAGE, readFilters, variablesOf, writeFilters } from './filters.ts';
import { Offers } from './offers.tsx';
import { OFFERS, type Offer } from './operations.ts';
import { Sections } from './sections.tsx';

export function Screen() {
  const { t } = useTranslation('marketplace');
  const [params, setParams] = useSearchParams();
  const filters = readFilters(params);
  const [wanted, setWanted] = useState<Offer>();
  const { data, previousData, error, loading, refetch } = useQuery(OFFERS, {
    variables: variablesOf(filters),
  });
  // What was there stays until the next is there, so that the page doesn't jump.
  const shown = data ?? (loading ? previousData : undefined);
  // Joined to what the address says by now: two changes may come before the page is shown again.
  const look = (part: Partial<Filters>, replace: boolean) => {
    const now = readFilters(new URLSearchParams(window.location.search));
    setParams(writeFilters({ ...now, ...part }), { replace });
  };
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Sections />}>
      <FilterBar filters={filters} onChange={(part) => look(part, true)} />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!shown && !error && <PageSkeleton />}
      {shown && (
        <Stack aria-busy={loading}>
          {shown.platformSettings.marketplaceMode === 'DEMO' && <DemoNotice />}
          <Found
            offers={shown.availableNumbers.items}
            total={shown.availableNumbers.total}
            filters={filters}
            onPage={(page) => look({ page }, false)}
            onBuy={setWanted}
          />
        </Stack>
      )}
      <BuyNumber offer={wanted} onClose={() => setWanted(undefined)} onSettled={() => void refetch()} />
    </Page>
  );
}

function DemoNotice() {
  const { t } = useTranslation('marketplace');
  return (
    <Alert variant="outline" color="gray">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <DemoMark />
        <Text size="sm">
          {t('demoNotice')}{' '}
          <Anchor component={Link} to="/settings" inherit underline="always">
            {t('toSettings')}
          </Anchor>
        </Text>
      </Group>
    </Alert>
  );
}

type FoundProps = {
  offers: Offer[];
  total: number;
  filters: Filters;
  onPage: (page: number) => void;
  onBuy: (offer: Offer) => void;
};

function Found({ offers, total, filters, onPage, onBuy }: FoundProps) {
  const { t } = useTranslation('marketplace');
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  return (
    <>
      <Text size="sm" role="status">
        {t('found', { count: total })}
      </Text>
      {offers.length === 0 ? (
        <Nothing>{t(filters.page > 1 ? 'nothingOnPage' : 'nothing')}</Nothing>
      ) : (
        <Offers offers={offers} onBuy={onBuy} />
      )}
      {(pages > 1 || filters.page > 1) && (
        <Group component="nav" justify="center" aria-label={t('pages.label')}>
          <Pagination
            total={Math.max(pages, filters.page)}
            value={filters.page}
            onChange={onPage}
            siblings={0}
            getItemProps={(page) => ({ 'aria-label': t('pages.page', { page }) })}
            getControlProps={(control) =>
              control === 'previous' || control === 'next' ? { 'aria-label': t(`pages.${control}`) } : {}
            }
          />
        </Group>
      )}
    </>
  );
}
