import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Filters, readFilters, writeFilters } from './filters.ts';
import { useDraft } from './use-draft.ts';

const COUNTRIES = ['IN', 'AE', 'AU', 'CA', 'DE', 'FR', 'GB', 'SG', 'US'];

type Props = { filters: Filters; onChange: (part: Partial<Filters>) => void };

/** Each change goes into the address, and starts with the first page. */
export function FilterBar({ filters, onChange }: Props) {
  const { t } = useTranslation(['marketplace', 'common']);
  const change = (part: Partial<Filters>) => onChange({ ...part, page: 1 });
  const digits = useDraft(filters.digits, (text) => change({ digits: text.replace(/\D/g, '') }));
  const region = useDraft(filters.region, (text) => change({ region: text }));
  const maxFee = useDraft(filters.maxFee === null ? '' : `${filters.maxFee}`, (text) =>
    change({ maxFee: readFilters(new URLSearchParams({ maxFee: text })).maxFee }),
  );
  const countries = useCountries(filters.country);
  const isFiltered = writeFilters({ ...filters, page: 1 }).size > 0;
  return (
    <Group component="search" gap="sm" align="flex-end" aria-label={t('filters.label')}>
      <NativeSelect
        label={t('filters.country')}
        description={t('filters.countryHelp')}
        data={countries}
        value={filters.country}
        onChange={(event) => change({ country: event.currentTarget.value })}
      />
      <TextInput
        label={t('filters.digits')}
        description={t('filters.digitsHelp')}
        inputMode="numeric"
        maxLength={15}
        w={150}
        value={digits.draft}
        onChange={(event) => digits.type(event.currentTarget.value)}
      />
      <TextInput
        label={t('filters.region')}
        description={t('filters.regionHelp')}
        maxLength={100}
        w={170}
        value={region.draft}
        onChange={(event) => region.type(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('filters.capability')}
        description={t('filters.capabilityHelp')}
        data={[
          { value: '', label: t('filters.any') },
          { value: 'VOICE', label: t('capability.voice') },
          { value: 'SMS', label: t('capability.sms') },
        ]}
        value={filters.capability ?? ''}
        onChange={(event) =>
          change({
            capability: readFilters(new URLSearchParams({ capability: event.currentTarget.value }))
              .capability,
          })
        }
      />
      <TextInput
        label={t('filters.maxFee')}
        description={t('filters.maxFeeHelp')}
        inputMode="numeric"
        maxLength={5}
        w={170}
        value={maxFee.draft}
        onChange={(event) => maxFee.type(event.currentTarget.value.replace(/\D/g, ''))}
      />
      {isFiltered && (
        <Button variant="default" onClick={() => onChange(readFilters(new URLSearchParams()))}>
          {t('common:action.clear')}
        </Button>
      )}
    </Group>
  );
}

/** By their names in the console's language; one from the address is among them. */
function useCountries(chosen: string) {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const names = new Intl.DisplayNames(i18n.language, { type: 'region' });
    const codes = COUNTRIES.includes(chosen) ? COUNTRIES : [chosen, ...COUNTRIES];
    return codes.map((code) => ({ value: code, label: names.of(code) ?? code }));
  }, [i18n.language, chosen]);
}
