import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TenantListQuery } from '../../graphql/generated/graphql.ts';
import { useFormat } from '../../ui/format.ts';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { OpenTenant } from './open-tenant.tsx';
import { TenantStatusBadge } from './tenant-status-badge.tsx';

type Row = TenantListQuery['tenants']['edges'][number]['node'];

export function TenantTable({ tenants }: { tenants: readonly Row[] }) {
  const { t } = useTranslation('tenants');
  const { date } = useFormat();
  return (
    <ResponsiveTable
      label={t('list')}
      rows={tenants}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          cell: ({ id, name }) => (
            <Anchor component={Link} to={`/tenants/${id}`}>
              {name}
            </Anchor>
          ),
        },
        {
          key: 'slug',
          header: t('slug'),
          cell: ({ slug }) => (
            <Text span size="sm">
              {slug}
            </Text>
          ),
        },
        { key: 'status', header: t('status'), cell: ({ status }) => <TenantStatusBadge status={status} /> },
        { key: 'timeZone', header: t('timeZone'), cell: ({ timeZone }) => timeZone },
        { key: 'created', header: t('created'), cell: ({ createdAt }) => date(createdAt) },
      ]}
      actions={{ header: t('actions'), of: ({ id, name }) => <OpenTenant id={id} name={name} /> }}
    />
  );
}
