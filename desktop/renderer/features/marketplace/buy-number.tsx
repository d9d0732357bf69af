import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenants } from '../../app/tenant.tsx';
import { phoneText } from '../../ui/format.ts';
import { Nothing } from '../../ui/states.tsx';
import { forgetOrderKey, orderKey } from '../number-orders/order-key.ts';
import { OrderProgress } from '../number-orders/order-progress.tsx';
import { isSettled, type Order, useOrder } from '../number-orders/use-order.ts';
import { BUY, type Offer } from './operations.ts';
import { PurchaseConfirmation } from './purchase-confirmation.tsx';

type Props = {
  /** The number that a super admin is about to buy; undefined while the dialog is closed. */
  offer: Offer | undefined;
  onClose: () => void;
  /** The order is settled: what is for sale has changed. */
  onSettled: () => void;
};

/** Asks once more, buys, and shows how it goes until that is settled. */
export function BuyNumber({ offer, onClose, onSettled }: Props) {
  const { t } = useTranslation('marketplace');
  const title = offer && t('buy.title', { number: phoneText(offer.e164) });
  return (
    <Modal opened={offer !== undefined} onClose={onClose} title={title} centered>
      {offer && <Purchase key={offer.e164} offer={offer} onClose={onClose} onSettled={onSettled} />}
    </Modal>
  );
}

function Purchase({ offer, onClose, onSettled }: Props & { offer: Offer }) {
  const { t } = useTranslation('marketplace');
  const { tenant, tenants } = useTenants();
  const [tenantId, setTenantId] = useState(tenant?.id);
  const [buy, { data, loading, error, reset }] = useMutation(BUY);
  const buyer = tenants.find(({ id }) => id === tenantId);
  if (data) return <Bought order={data.purchaseNumber} onClose={onClose} onSettled={onSettled} />;
  if (!buyer) return <Nothing>{t('buy.noTenant')}</Nothing>;
  const { e164, setupFee, monthlyFee } = offer;
  const wanted = { kind: 'PURCHASE', tenantId: buyer.id, e164 } as const;
  const confirm = async () => {
    try {
      const answer = await buy({
        variables: {
          input: {
            e164,
            tenantId: buyer.id,
            idempotencyKey: orderKey(wanted),
            expectedSetupFee: feeOf(setupFee),
            expectedMonthlyFee: feeOf(monthlyFee),
          },
        },
      });
      if (answer.data && isSettled(answer.data.purchaseNumber)) forgetOrderKey(wanted);
    } catch {
      // Shown in the dialog; asking again is the same order.
    }
  };
  return (
    <PurchaseConfirmation
      offer={offer}
      tenant={buyer}
      tenants={tenants}
      onTenant={(id) => {
        reset();
        setTenantId(id);
      }}
      loading={loading}
      error={error}
      onConfirm={() => void confirm()}
      onClose={onClose}
    />
  );
}

/** Without what the cache adds to it. */
const feeOf = ({ minorUnits, currency }: Offer['setupFee']) => ({ minorUnits, currency });

function Bought({
  order: first,
  onClose,
  onSettled,
}: {
  order: Order;
  onClose: () => void;
  onSettled: () => void;
}) {
  const { t } = useTranslation(['marketplace', 'common']);
  const order = useOrder(first);
  const settled = isSettled(order);
  const isTold = useRef(false);
  useEffect(() => {
    if (!settled || isTold.current) return;
    isTold.current = true;
    onSettled();
  }, [settled, onSettled]);
  return (
    <Stack>
      <OrderProgress order={order} />
      {order.status === 'SUCCEEDED' && (
        <Button component={Link} to="/numbers" variant="default">
          {t('buy.toNumbers')}
        </Button>
      )}
      <Button onClick={onClose}>{t('common:action.close')}</Button>
    </Stack>
  );
}
