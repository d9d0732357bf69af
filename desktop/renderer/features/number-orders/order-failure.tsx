import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../graphql/errors.ts';
import { Failed } from '../../ui/states.tsx';

/** Why an order couldn't be placed; where that isn't known, that asking again is safe. */
export function OrderFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('orders');
  const { code, errorId } = failureOf(error);
  const isLost = code === 'OFFLINE' || errorId !== undefined;
  return (
    <>
      <Failed error={error} />
      {isLost && <Text size="sm">{t('lost')}</Text>}
    </>
  );
}
