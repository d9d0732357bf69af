import { Select } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { value: string; onChange: (timeZone: string) => void; error: ReactNode };

/** Any zone that the browser knows, found by typing a part of its name. */
export function TimeZoneSelect({ value, onChange, error }: Props) {
  const { t } = useTranslation('tenants');
  // The browser's list has old names for some, such as Asia/Calcutta; what is chosen is always in it.
  const zones = useMemo(
    () => [...new Set(['Asia/Kolkata', value, ...Intl.supportedValuesOf('timeZone')])].sort(),
    [value],
  );
  return (
    <Select
      label={t('timeZone')}
      description={t('create.timeZoneHelp')}
      data={zones}
      value={value}
      onChange={(zone) => zone !== null && onChange(zone)}
      searchable
      allowDeselect={false}
      limit={50}
      error={error}
    />
  );
}
