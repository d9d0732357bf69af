import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.tsx';
import { useTenants } from '../../app/tenant.tsx';
import { Page } from '../../ui/page.tsx';
import { UserList } from './user-list.tsx';

/** The users in one's own charge: of the business, or for super admins of the platform. */
export function Screen() {
  const { t } = useTranslation('users');
  const { user } = useSession();
  const { tenant } = useTenants();
  const isPlatform = user.role === 'SUPER_ADMIN';
  return (
    <Page
      title={t('title')}
      lead={isPlatform ? t('leadPlatform') : t('leadTenant', { tenant: tenant?.name ?? '' })}
    >
      <UserList tenantId={isPlatform ? null : (tenant?.id ?? null)} />
    </Page>
  );
}
