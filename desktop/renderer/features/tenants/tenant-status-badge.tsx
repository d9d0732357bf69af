import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantStatus } from '../../graphql/generated/graphql.ts';

export function TenantStatusBadge({ status }: { status: TenantStatus }) {
  const { t } = useTranslation('tenants');
  const isActive = status === 'ACTIVE';
  return (
    <Badge color={isActive ? 'teal' : 'gray'} variant={isActive ? 'light' : 'outline'} tt="none">
      {t(`statuses.${status}`)}
    </Badge>
  );
}
