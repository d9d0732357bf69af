import { useQuery } from '@apollo/client/react';
import { Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../graphql/generated/gql.ts';
import { phoneText } from '../../ui/format.ts';

const NAME = graphql(`query CustomerFiltered($id: ID!) { customer(id: $id) { id name phone } }`);

/** Whose calls alone are shown. */
export function CustomerFilter({ id, onRemove }: { id: string; onRemove: () => void }) {
  const { t } = useTranslation('calls');
  const { data } = useQuery(NAME, { variables: { id } });
  const { name, phone } = data?.customer ?? {};
  const who = name || (phone && phoneText(phone)) || '…';
  return (
    <Pill
      size="lg"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': t('allCustomers') }}
    >
      {t('callsOf', { who })}
    </Pill>
  );
}
