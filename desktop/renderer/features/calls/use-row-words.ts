import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/format.ts';
import { callerOf, numberOf } from './caller.ts';
import type { Row } from './operations.ts';

/** What a row says of a call. */
export type RowWords = {
  who: string;
  /** Where a name stands above it. */
  number: string | undefined;
  intents: string;
  length: string;
  when: string;
};

/** Says calls in the console's language. Made once for a list: rows come and go many times a second while scrolling. */
export function useRowWords(): (call: Row) => RowWords {
  const { t } = useTranslation(['calls', 'common']);
  const { dateTime, duration } = useFormat();
  return useMemo(() => {
    const said = new WeakMap<Row, RowWords>();
    const say = (call: Row): RowWords => {
      const who = callerOf(call) ?? t('common:anonymous');
      const number = numberOf(call);
      return {
        who,
        number: number === who ? undefined : number,
        intents: call.analysis?.intents.map((intent) => t(`intent.${intent}`)).join(' · ') ?? '',
        length: typeof call.durationSeconds === 'number' ? duration(call.durationSeconds) : '',
        when: dateTime(call.startedAt),
      };
    };
    return (call) => {
      const words = said.get(call) ?? say(call);
      said.set(call, words);
      return words;
    };
  }, [t, dateTime, duration]);
}
