import { useMutation } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Confirm } from '../../ui/confirm.tsx';
import { phoneText } from '../../ui/format.ts';
import { forgetFeed } from '../calls/use-call-feed.ts';
import { type Customer, ERASE } from './operations.ts';

/** Forgets a person, with every word of their calls. */
export function EraseCustomer({ customer: { id, name, phone } }: { customer: Customer }) {
  const { t } = useTranslation('customers');
  const navigate = useNavigate();
  const [isAsking, asking] = useDisclosure(false);
  const [erase, { loading, error, reset, client }] = useMutation(ERASE);
  const who = name || phoneText(phone);
  const close = () => {
    reset();
    asking.close();
  };
  const submit = async () => {
    const done = await erase({ variables: { id } }).catch(() => undefined);
    if (!done?.data?.eraseCustomer) return;
    await navigate('/customers');
    // Their calls lost their words, too: nothing of what was loaded is to be trusted.
    forgetFeed(client);
    for (const fieldName of ['customer', 'customers', 'call', 'calls', 'repeatCallers']) {
      client.cache.evict({ id: 'ROOT_QUERY', fieldName });
    }
    client.cache.gc();
    notifications.show({ message: t('erase.done', { who }) });
  };
  return (
    <>
      <Button variant="outline" color="red" onClick={asking.open}>
        {t('erase.button')}
      </Button>
      <Confirm
        opened={isAsking}
        onClose={close}
        title={t('erase.title', { who })}
        confirm={t('erase.confirm')}
        isDangerous
        isBusy={loading}
        error={error}
        onConfirm={() => void submit()}
      >
        {t('erase.help')}
      </Confirm>
    </>
  );
}
