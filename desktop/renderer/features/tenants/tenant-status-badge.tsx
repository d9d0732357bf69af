import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TenantStatus } from '../../graphql/generated/graphql.ts';

export function TenantStatusBadge({ status }: { status: TenantStatus }) {
  const { t } = useTranslation('tenants');
  return (
    <Badge color={status === 'ACTIVE' ? 'teal' : 'gray'} variant="dot" tt="none">
      {t(`statuses.${status}`)}
    </Badge>
  );
}
