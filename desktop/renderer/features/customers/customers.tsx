import { useQuery } from '@apollo/client/react';
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTenant } from '../../app/tenant.tsx';
import { failureOf } from '../../graphql/errors.ts';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { CustomerTable } from './customer-table.tsx';
import { CUSTOMERS } from './operations.ts';

const TYPING_MS = 250;

/** Everybody who called a tenant. */
export function Screen() {
  const { t } = useTranslation(['customers', 'common']);
  const { number } = useFormat();
  const { id: tenantId } = useTenant();
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const [typed, setTyped] = useState(search);
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  const find = useDebouncedCallback(
    (words: string) => setAddress(words.trim() === '' ? {} : { search: words.trim() }, { replace: true }),
    TYPING_MS,
  );
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(CUSTOMERS, {
    variables: { tenantId, search: search || null },
    nextFetchPolicy: 'cache-and-network',
  });
  const more = async (after: string | null | undefined) => {
    try {
      await fetchMore({ variables: { after } });
    } catch (error) {
      notifications.show({ color: 'red', message: failureOf(error).message ?? t('common:state.failed') });
    }
  };
  // What was found before stays until what is typed has been looked for.
  const list = (data ?? (error ? undefined : previousData))?.customers;
  return (
    <Page title={t('common:nav.customers')} lead={t('lead')}>
      <TextInput
        ref={field}
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
        maw={560}
      />
      {!list &&
        (error ? (
          <Failed error={error} retry={() => void refetch().catch(() => undefined)} />
        ) : (
          <PageSkeleton rows={8} />
        ))}
      {list && (
        <Text size="sm" c="dimmed" role="status">
          {t('count', { count: list.totalCount, amount: number(list.totalCount) })}
        </Text>
      )}
      {list && list.edges.length === 0 && (
        <Nothing>{search === '' ? t('none') : t('noneFound', { search })}</Nothing>
      )}
      {list && list.edges.length > 0 && <CustomerTable customers={list.edges.map(({ node }) => node)} />}
      {list?.pageInfo.hasNextPage && (
        <Group justify="center">
          <Button variant="default" loading={loading} onClick={() => void more(list.pageInfo.endCursor)}>
            {t('common:action.more')}
          </Button>
        </Group>
      )}
    </Page>
  );
}
