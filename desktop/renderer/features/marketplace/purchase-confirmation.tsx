import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChosenTenant } from '../../app/tenant.tsx';
import { useFormat } from '../../ui/format.ts';
import { DemoMark } from '../number-orders/demo-mark.tsx';
import { OrderFailure } from '../number-orders/order-failure.tsx';
import { Terms } from './offers.tsx';
import type { Offer } from './operations.ts';

type Props = {
  offer: Offer;
  tenant: ChosenTenant;
  tenants: readonly ChosenTenant[];
  onTenant: (id: string) => void;
  loading: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
};

/** Who gets the number, and what is paid for it now and each month. */
export function PurchaseConfirmation({ offer, tenant, tenants, onTenant, loading, error, ...on }: Props) {
  const { t } = useTranslation(['marketplace', 'common', 'orders']);
  const { money } = useFormat();
  const { setupFee, monthlyFee, demo } = offer;
  const now = { ...setupFee, minorUnits: setupFee.minorUnits + monthlyFee.minorUnits };
  const fees = [
    [t('buy.setupFee'), money(setupFee)],
    [t('buy.monthlyFee'), money(monthlyFee)],
    [t('buy.now'), money(now)],
  ] as const;
  return (
    <Stack>
      {demo && (
        <Group gap="sm" wrap="nowrap" align="flex-start">
          <DemoMark />
          <Text size="sm">{t('buy.demo')}</Text>
        </Group>
      )}
      <NativeSelect
        label={t('buy.tenant')}
        description={t('buy.tenantHint')}
        value={tenant.id}
        onChange={(event) => onTenant(event.currentTarget.value)}
        data={tenants.map(({ id, name }) => ({ value: id, label: name }))}
        disabled={loading}
        data-autofocus
      />
      <Table aria-label={t('buy.fees')}>
        <Table.Tbody>
          {fees.map(([name, fee]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" fw={400}>
                {name}
              </Table.Th>
              <Table.Td ta="right" fw={500}>
                {fee}
              </Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" fw={400}>
              {t('columns.terms')}
            </Table.Th>
            <Table.Td ta="right">
              <Terms offer={offer} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Text size="sm">
        {t('buy.promise', { tenant: tenant.name, setup: money(setupFee), monthly: money(monthlyFee) })}
      </Text>
      {error !== undefined && <OrderFailure error={error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={on.onClose}>
          {t('common:action.cancel')}
        </Button>
        <Button loading={loading} onClick={on.onConfirm}>
          {error === undefined
            ? t(demo ? 'buy.submitDemo' : 'buy.submit', { fee: money(now), tenant: tenant.name })
            : t('orders:askAgain')}
        </Button>
      </Group>
    </Stack>
  );
}
