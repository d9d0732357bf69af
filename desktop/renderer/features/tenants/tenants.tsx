import { useQuery } from '@apollo/client/react';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ListEnd } from '../../ui/list-end.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { CreateTenant } from './create-tenant.tsx';
import { TENANTS } from './operations.ts';
import { TenantTable } from './tenant-table.tsx';

const TYPING_MS = 250;

export function Screen() {
  const { t } = useTranslation(['tenants', 'common']);
  const [address, setAddress] = useSearchParams();
  const search = address.get('search') ?? '';
  const [typed, setTyped] = useState(search);
  const [isCreating, creating] = useDisclosure(false);
  const find = useDebouncedCallback(
    (words: string) => setAddress(words.trim() === '' ? {} : { search: words.trim() }, { replace: true }),
    TYPING_MS,
  );
  // The chooser in the header keeps its own page of the list: null and not left out tells the two apart in the cache.
  const { data, error, loading, refetch, fetchMore } = useQuery(TENANTS, {
    variables: { search: search || null },
  });
  const list = data?.tenants;
  const create = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {t('create.button')}
    </Button>
  );
  return (
    <Page title={t('common:nav.tenants')} lead={t('lead')} actions={create}>
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
        maw={420}
      />
      {!list && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={5} />)}
      {list && list.edges.length === 0 && (
        <Nothing>{search === '' ? t('none') : t('noneFound', { search })}</Nothing>
      )}
      {list && list.edges.length > 0 && <TenantTable tenants={list.edges.map(({ node }) => node)} />}
      {list && (
        <ListEnd
          total={list.totalCount}
          hasMore={list.pageInfo.hasNextPage}
          isLoading={loading}
          onMore={() => void fetchMore({ variables: { after: list.pageInfo.endCursor } })}
        />
      )}
      <CreateTenant opened={isCreating} onClose={creating.close} />
    </Page>
  );
}
