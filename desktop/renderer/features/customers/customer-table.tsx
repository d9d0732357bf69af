import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { phoneText, useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import type { Listed } from './operations.ts';
import { Tags } from './tags.tsx';

export function CustomerTable({ customers }: { customers: readonly Listed[] }) {
  const { t } = useTranslation('customers');
  const { dateTime, number } = useFormat();
  return (
    <ResponsiveTable
      label={t('list')}
      rows={customers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          header: t('who'),
          cell: ({ id, name, phone }) => (
            <Anchor component={Link} to={`/customers/${id}`} size="sm">
              {name || phoneText(phone)}
            </Anchor>
          ),
        },
        { key: 'phone', header: t('phone'), cell: ({ phone }) => phoneText(phone) },
        { key: 'tags', header: t('tags'), cell: ({ tags }) => <Tags tags={tags} /> },
        { key: 'calls', header: t('calls'), cell: ({ callCount }) => number(callCount), isFigure: true },
        {
          key: 'last',
          header: t('lastCall'),
          cell: ({ lastCallAt }) => (lastCallAt ? dateTime(lastCallAt) : '–'),
          isFigure: true,
        },
      ]}
    />
  );
}
