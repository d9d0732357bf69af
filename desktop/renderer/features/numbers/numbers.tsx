import { useQuery } from '@apollo/client/react';
import { Button, Stack, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { useTenant } from '../../app/tenant.tsx';
import { Page, PageSkeleton } from '../../ui/page.tsx';
import { Failed, Nothing } from '../../ui/states.tsx';
import { AddNumber } from './add-number.tsx';
import { NumberCard } from './number-card.tsx';
import { NUMBERS, type PhoneNumber } from './operations.ts';
import { type Health, useNumberHealth } from './use-number-health.ts';
import { WebhookAddresses } from './webhook-addresses.tsx';

/** A number that is being connected or released changes by itself. */
const POLL_MS = 3_000;
const PLAIN_LIST = { listStyle: 'none', padding: 0, margin: 0 } as const;

export function Screen() {
  const { t } = useTranslation('numbers');
  const { user } = useSession();
  const tenant = useTenant();
  const [isAdding, adding] = useDisclosure(false);
  const { data, error, refetch, startPolling, stopPolling } = useQuery(NUMBERS, {
    variables: { tenantId: tenant.id },
  });
  const numbers = data?.phoneNumbers ?? [];
  const goesOn = numbers.some(({ status }) => status === 'PROVISIONING' || status === 'RELEASING');
  useEffect(() => {
    if (!goesOn) return;
    startPolling(POLL_MS);
    return stopPolling;
  }, [goesOn, startPolling, stopPolling]);

  const isAdmin = user.role !== 'TENANT_STAFF';
  const add = isAdmin && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={adding.open}>
      {t('add.open')}
    </Button>
  );
  const buy = user.role === 'SUPER_ADMIN' && (
    <Button component={Link} to="/marketplace" variant="default">
      {t('buy')}
    </Button>
  );
  const health = useNumberHealth(tenant.id, isAdmin);
  const inUse = numbers.filter(({ status }) => status !== 'RELEASED');
  const released = numbers.filter(({ status }) => status === 'RELEASED');
  return (
    <Page title={t('title')} lead={t('lead', { tenant: tenant.name })} actions={[buy, add].filter(Boolean)}>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={4} />}
      {data && (
        <Stack gap="xl">
          {inUse.length === 0 ? (
            <Nothing>{t(isAdmin ? 'nothing' : 'nothingForStaff')}</Nothing>
          ) : (
            <Cards label={t('inUse')} numbers={inUse} health={health} />
          )}
          <WebhookAddresses urls={data.tenant.webhookUrls} />
          {released.length > 0 && (
            <Stack component="section" gap="sm" aria-labelledby="released-numbers">
              <Title order={2} id="released-numbers">
                {t('released.heading')}
              </Title>
              <Cards label={t('released.heading')} numbers={released} isBelowHeading />
            </Stack>
          )}
        </Stack>
      )}
      <AddNumber
        opened={isAdding}
        onClose={adding.close}
        tenantId={tenant.id}
        onAdded={() => void refetch()}
      />
    </Page>
  );
}

function Cards({
  label,
  numbers,
  health,
  isBelowHeading = false,
}: {
  label: string;
  numbers: PhoneNumber[];
  health?: ReadonlyMap<string, Health>;
  isBelowHeading?: boolean;
}) {
  return (
    <Stack component="ul" gap="sm" style={PLAIN_LIST} aria-label={label}>
      {numbers.map((number) => (
        <NumberCard
          key={number.id}
          number={number}
          health={health?.get(number.id)}
          headingOrder={isBelowHeading ? 3 : 2}
        />
      ))}
    </Stack>
  );
}
