import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { useTenant } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { AutomationCard } from './automation-card.tsx';
import { AUTOMATIONS } from './operations.ts';

/** A tenant's rules: what is done by itself when calls come in. */
export function Screen() {
  const { t } = useTranslation('automations');
  const { user } = useSession();
  const { id: tenantId } = useTenant();
  const { data, error, refetch } = useQuery(AUTOMATIONS, { variables: { tenantId } });
  const create = user.role !== 'TENANT_STAFF' && (
    <Button component={Link} to="/automations/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('new')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      {!data && (error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={5} />)}
      {data?.automations.length === 0 && <Nothing>{t(create ? 'nothing' : 'nothingForStaff')}</Nothing>}
      {data && data.automations.length > 0 && (
        <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('title')}>
          {data.automations.map((automation) => (
            <AutomationCard key={automation.id} automation={automation} />
          ))}
        </Stack>
      )}
    </Page>
  );
}
