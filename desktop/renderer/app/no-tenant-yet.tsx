import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Nothing } from '../ui/states.tsx';

/** A platform without any business: there is one thing to do. */
export function NoTenantYet() {
  const { t } = useTranslation();
  return (
    <Nothing
      action={
        <Button component={Link} to="/tenants">
          {t('nav.tenants')}
        </Button>
      }
    />
  );
}
