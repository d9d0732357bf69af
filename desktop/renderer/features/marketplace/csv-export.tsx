import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { CsvButton } from '../../ui/csv-button.tsx';
import { ORDERS_CSV } from '../number-orders/operations.ts';

/** The orders that are shown, for a spreadsheet. */
export function CsvExport({ tenantId }: { tenantId: string | null }) {
  const { t } = useTranslation('orders');
  const client = useApolloClient();
  const fetch = async () => {
    const query = { query: ORDERS_CSV, variables: { tenantId }, fetchPolicy: 'no-cache' } as const;
    return (await client.query(query)).data?.numberOrdersCsv;
  };
  return (
    <CsvButton
      name="kaivox-orders"
      label={t('list.export')}
      saved={(name) => t('list.exported', { name })}
      fetch={fetch}
    />
  );
}
