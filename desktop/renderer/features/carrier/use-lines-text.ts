import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import type { CarrierStatus } from './operations.ts';

type Lines = Pick<NonNullable<CarrierStatus['lines']>, 'most' | 'inUse'>;

/** How many calls come through at once, and who hears the busy tone: 3 lines; 2 in use; caller 4 … */
export function useLinesText() {
  const { t } = useTranslation('carrier');
  const { number } = useFormat();
  return ({ most, inUse }: Lines): string =>
    [
      t('lines.most', { count: most }),
      ...(typeof inUse === 'number' ? [t('lines.inUse', { count: inUse })] : []),
      t('lines.busy', { number: number(most + 1) }),
    ].join('; ');
}
