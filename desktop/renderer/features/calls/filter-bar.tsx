import { Button, CloseButton, Collapse, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerFilter } from './customer-filter.tsx';
import { INTENTS, SENTIMENTS, STATUSES, type Wanted } from './filters.ts';

type Props = { wanted: Wanted; onWant: (wanted: Wanted) => void };

export const SEARCH_ID = 'calls-search';
const TYPING_MS = 250;

/** What the list is narrowed to; it stands in the address, so that it can be kept and sent. */
export function FilterBar({ wanted, onWant }: Props) {
  const { t } = useTranslation('calls');
  const hasRoom = useMediaQuery('(min-width: 48em)', true, { getInitialValueInEffect: false });
  const [isOpen, { toggle }] = useDisclosure(false);
  const { search: _, ...chosen } = wanted;
  const amount = Object.keys(chosen).length;
  return (
    <Stack gap="xs" component="search" aria-label={t('filters')}>
      <Group gap="xs" wrap="nowrap">
        <Search wanted={wanted} onWant={onWant} />
        {!hasRoom && (
          <Button
            variant="default"
            leftSection={<IconFilter size={16} aria-hidden />}
            onClick={toggle}
            aria-expanded={isOpen}
            style={{ flexShrink: 0 }}
          >
            {amount === 0 ? t('filters') : t('filtersActive', { amount })}
          </Button>
        )}
      </Group>
      {hasRoom ? <Choices wanted={wanted} onWant={onWant} /> : null}
      {!hasRoom && (
        <Collapse expanded={isOpen}>
          <Choices wanted={wanted} onWant={onWant} />
        </Collapse>
      )}
    </Stack>
  );
}

function Search({ wanted, onWant }: Props) {
  const { t } = useTranslation(['calls', 'common']);
  const { search = '' } = wanted;
  const [typed, setTyped] = useState(search);
  // Going back changes the address; what is typed here follows.
  useEffect(() => setTyped((now) => (now.trim() === search ? now : search)), [search]);
  const find = useDebouncedCallback(
    (words: string) => onWant({ ...wanted, search: words.trim() }),
    TYPING_MS,
  );
  const change = (words: string) => {
    setTyped(words);
    find(words);
  };
  return (
    <TextInput
      id={SEARCH_ID}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        typed !== '' && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => change('')} />
      }
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      style={{ flex: 1 }}
      maw={560}
    />
  );
}

function Choices({ wanted, onWant }: Props) {
  const { t } = useTranslation('calls');
  const { search, ...chosen } = wanted;
  /** An empty value takes the wish back. */
  const set = (key: keyof Wanted) => (event: { currentTarget: { value: string } }) =>
    onWant({ ...wanted, [key]: event.currentTarget.value });
  const any = { value: '', label: t('any') };
  return (
    <Group gap="sm" align="flex-end">
      <NativeSelect
        label={t('status.label')}
        value={wanted.status ?? ''}
        onChange={set('status')}
        data={[any, ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))]}
      />
      <NativeSelect
        label={t('sentiment.label')}
        value={wanted.sentiment ?? ''}
        onChange={set('sentiment')}
        data={[any, ...SENTIMENTS.map((value) => ({ value, label: t(`sentiment.${value}`) }))]}
      />
      <NativeSelect
        label={t('intent.label')}
        value={wanted.intent ?? ''}
        onChange={set('intent')}
        data={[any, ...INTENTS.map((value) => ({ value, label: t(`intent.${value}`) }))]}
      />
      <TextInput type="date" label={t('from')} value={wanted.from ?? ''} onChange={set('from')} />
      <TextInput type="date" label={t('to')} value={wanted.to ?? ''} onChange={set('to')} />
      {wanted.customer && (
        <CustomerFilter id={wanted.customer} onRemove={() => onWant({ ...wanted, customer: '' })} />
      )}
      {Object.keys(chosen).length > 0 && (
        <Button variant="subtle" onClick={() => onWant(search ? { search } : {})}>
          {t('clearFilters')}
        </Button>
      )}
    </Group>
  );
}
