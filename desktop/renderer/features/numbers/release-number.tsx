import { useMutation } from '@apollo/client/react';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { phoneText, useFormat } from '../../ui/format.ts';
import { OrderFailure } from '../number-orders/order-failure.tsx';
import { forgetOrderKey, orderKey } from '../number-orders/order-key.ts';
import { OrderProgress } from '../number-orders/order-progress.tsx';
import { isSettled, type Order, useOrder } from '../number-orders/use-order.ts';
import { NUMBERS, type PhoneNumber, RELEASE } from './operations.ts';
import { TypedConfirmation } from './typed-confirmation.tsx';

type Props = { number: PhoneNumber; opened: boolean; onClose: () => void };

/** Gives a bought number back: asked for once, and followed until it is settled. */
export function ReleaseNumber({ number: { id, e164, demo, tenant }, opened, onClose }: Props) {
  const { t } = useTranslation('numbers');
  const [release, { data, loading, error, reset }] = useMutation(RELEASE, {
    refetchQueries: [NUMBERS],
  });
  const shown = phoneText(e164);
  const wanted = { kind: 'RELEASE', tenantId: tenant.id, e164 } as const;
  const confirm = async () => {
    try {
      const answer = await release({ variables: { id, idempotencyKey: orderKey(wanted) } });
      if (answer.data && isSettled(answer.data.releaseNumber)) forgetOrderKey(wanted);
    } catch {
      // Shown below; asking again is the same order.
    }
  };
  const close = () => {
    reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={t('release.title', { number: shown })} centered>
      {data ? (
        <Released order={data.releaseNumber} onClose={close} />
      ) : (
        <TypedConfirmation
          e164={e164}
          submit={t('release.submit')}
          loading={loading}
          onConfirm={() => void confirm()}
        >
          <Text size="sm">{t('release.lead', { tenant: tenant.name })}</Text>
          <Text size="sm">{t(demo ? 'release.demo' : 'release.fee')}</Text>
          {error && <OrderFailure error={error} />}
        </TypedConfirmation>
      )}
    </Modal>
  );
}

function Released({ order: first, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation(['numbers', 'common']);
  const format = useFormat();
  const order = useOrder(first);
  const cooldownEndsAt = order.phoneNumber?.cooldownEndsAt;
  return (
    <Stack>
      <OrderProgress order={order} />
      {cooldownEndsAt && (
        <Text size="sm">{t('cooldown.until', { time: format.dateTime(cooldownEndsAt) })}</Text>
      )}
      {order.releaseFee && (
        <Text size="sm">{t('cooldown.fee', { fee: format.money(order.releaseFee) })}</Text>
      )}
      <Button onClick={onClose}>{t('common:action.close')}</Button>
    </Stack>
  );
}
