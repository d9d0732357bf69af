import { useQuery } from '@apollo/client/react';
import { Anchor, Group, Stack, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed } from '../../ui/states.tsx';
import { RecordingErasures } from '../carrier/recording-erasures.tsx';
import { Door } from '../door/door.tsx';
import { UserList } from '../users/user-list.tsx';
import { EraseTenant } from './erase-tenant.tsx';
import { ExportData } from './export-data.tsx';
import { OpenTenant } from './open-tenant.tsx';
import { TENANT } from './operations.ts';
import { Suspension } from './suspension.tsx';
import { TenantForm } from './tenant-form.tsx';
import { TenantStatusBadge } from './tenant-status-badge.tsx';

/** One business, as super admins look after it. */
export function Screen() {
  const { t } = useTranslation('tenants');
  const { id = '' } = useParams();
  const { date } = useFormat();
  const { data, error, refetch } = useQuery(TENANT, { variables: { id } });
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <PageSkeleton rows={8} />;
  const { tenant } = data;
  return (
    <Page
      title={tenant.name}
      lead={t('page.slugAndAge', { slug: tenant.slug, date: date(tenant.createdAt) })}
      actions={
        <>
          <TenantStatusBadge status={tenant.status} />
          <OpenTenant id={tenant.id} name={tenant.name} />
        </>
      }
    >
      <Group>
        <Anchor component={Link} to="/tenants" size="sm">
          <Group gap={4} component="span">
            <IconArrowLeft size={14} aria-hidden />
            {t('page.back')}
          </Group>
        </Anchor>
        <Anchor component={Link} to={`/system/audit?tenant=${tenant.id}`} size="sm">
          {t('page.audit')}
        </Anchor>
      </Group>
      <Section id="details" title={t('page.details')}>
        <TenantForm key={tenant.id} tenant={tenant} />
      </Section>
      <Section id="users" title={t('page.users')}>
        <UserList tenantId={tenant.id} />
      </Section>
      <Door tenantId={tenant.id} />
      <ExportData id={tenant.id} name={tenant.name} />
      <RecordingErasures tenantId={tenant.id} />
      <Suspension tenant={tenant} />
      <EraseTenant tenant={tenant} />
    </Page>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Stack component="section" gap="sm" aria-labelledby={id} mt="md">
      <Title order={2} id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}
