import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { ORDERS_CSV } from '../number-orders/operations.ts';
import { saveText } from './save-text.ts';

/** The orders that are shown, for a spreadsheet. */
export function CsvExport({ tenantId }: { tenantId: string | null }) {
  const { t } = useTranslation(['orders', 'common']);
  const client = useApolloClient();
  const [isFetching, setFetching] = useState(false);
  const save = async () => {
    setFetching(true);
    try {
      const { data } = await client.query({
        query: ORDERS_CSV,
        variables: { tenantId },
        fetchPolicy: 'no-cache',
      });
      if (!data) return;
      const name = `kaivox-orders-${new Date().toISOString().slice(0, 10)}.csv`;
      saveText(name, 'text/csv', data.numberOrdersCsv);
      notifications.show({ message: t('list.exported', { name }) });
    } catch (error) {
      const { message } = failureOf(error);
      notifications.show({ color: 'red', message: message ?? t('common:state.failed') });
    } finally {
      setFetching(false);
    }
  };
  return (
    <Button
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      loading={isFetching}
      onClick={() => void save()}
    >
      {t('list.export')}
    </Button>
  );
}
