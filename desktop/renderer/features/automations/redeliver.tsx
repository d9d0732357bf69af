import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { type Delivery, REDELIVER } from './operations.ts';

/** Sends once more what has ended, however it ended. */
export function Redeliver({ delivery: { id, target }, onDone }: { delivery: Delivery; onDone: () => void }) {
  const { t } = useTranslation(['automations', 'common']);
  const [redeliver, { loading }] = useMutation(REDELIVER);
  const submit = async () => {
    try {
      await redeliver({ variables: { id } });
      notifications.show({ message: t('deliveries.again.done', { target: target ?? '' }) });
      onDone();
    } catch (error) {
      notifications.show({ color: 'red', message: failureOf(error).message ?? t('common:state.offline') });
    }
  };
  return (
    <Button
      size="xs"
      variant="default"
      loading={loading}
      aria-label={t('deliveries.again.named', { target: target ?? '' })}
      onClick={() => void submit()}
    >
      {t('deliveries.again.label')}
    </Button>
  );
}
