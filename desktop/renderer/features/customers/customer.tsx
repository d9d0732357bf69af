import { useQuery } from '@apollo/client/react';
import { Grid, Stack, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { useTenant } from '../../app/tenant.tsx';
import { phoneText, useFormat } from '../../ui/format.ts';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { FollowUps } from '../call/follow-ups.tsx';
import { CallList } from '../calls/call-list.tsx';
import { useCallFeed } from '../calls/use-call-feed.ts';
import { useTenantOf } from '../calls/use-tenant-of.ts';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerForm } from './customer-form.tsx';
import { EraseCustomer } from './erase-customer.tsx';
import { HeardName } from './heard-name.tsx';
import { CUSTOMER, type Customer } from './operations.ts';

export function Screen() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(CUSTOMER, { variables: { id } });
  const customer = data?.customer;
  if (!customer)
    return error ? (
      <Failed error={error} retry={() => void refetch().catch(() => undefined)} />
    ) : (
      <PageSkeleton />
    );
  return <OneCustomer key={customer.id} customer={customer} />;
}

function OneCustomer({ customer }: { customer: Customer }) {
  const { name, phone } = customer;
  const { user } = useSession();
  useTenantOf(undefined, '/customers');
  return (
    <Page
      title={name || phoneText(phone)}
      lead={name ? phoneText(phone) : undefined}
      actions={user.role !== 'TENANT_STAFF' && <EraseCustomer customer={customer} />}
    >
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack>
            <HeardName customer={customer} />
            <CustomerForm customer={customer} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Stack>
            <CustomerFacts customer={customer} />
            <FollowUps followUps={customer.followUps} />
          </Stack>
        </Grid.Col>
      </Grid>
      <TheirCalls customerId={customer.id} />
    </Page>
  );
}

function TheirCalls({ customerId }: { customerId: string }) {
  const { t } = useTranslation(['customers', 'common']);
  const { number } = useFormat();
  const { id } = useTenant();
  const filter = useMemo(() => ({ customerId }), [customerId]);
  const { feed, state } = useCallFeed(id, filter);
  const { calls, total, error } = state;
  return (
    <Stack gap="xs" component="section" aria-labelledby="their-calls">
      <Title order={2} id="their-calls">
        {t('common:nav.calls')}
      </Title>
      {total === null &&
        (error ? <Failed error={error} retry={() => void feed.more()} /> : <PageSkeleton rows={3} />)}
      {total !== null && (
        <Text size="sm" c="dimmed" role="status">
          {t('callCount', { count: total, amount: number(total) })}
        </Text>
      )}
      {total !== null && calls.length === 0 && <Nothing>{t('noCalls')}</Nothing>}
      {calls.length > 0 && <CallList feed={feed} state={state} />}
    </Stack>
  );
}
