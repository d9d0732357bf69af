import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useTenants } from '../../app/tenant.tsx';

/** Chooses a tenant, and goes to its dashboard. */
export function OpenTenant({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('tenants');
  const { choose } = useTenants();
  const navigate = useNavigate();
  return (
    <Button
      variant="default"
      size="xs"
      rightSection={<IconArrowRight size={14} aria-hidden />}
      aria-label={t('openAs', { name })}
      onClick={() => {
        choose(id);
        void navigate('/');
      }}
    >
      {t('open')}
    </Button>
  );
}
