import { useApolloClient } from '@apollo/client/react';
import { Alert } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Says that what is shown may be old, and asks again when the network is back. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  const client = useApolloClient();
  const wasOnline = useRef(online);
  useEffect(() => {
    if (online && !wasOnline.current) void client.refetchObservableQueries();
    wasOnline.current = online;
  }, [online, client]);
  return online ? null : (
    <Alert color="yellow" role="status" mb="md">
      {t('state.offline')}
    </Alert>
  );
}
