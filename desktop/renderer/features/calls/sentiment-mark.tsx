import { IconMoodNeutral, IconMoodSad, IconMoodSmile, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sentiment } from '../../graphql/generated/graphql.ts';
import classes from './sentiment-mark.module.css';

const FACES: Record<Sentiment, TablerIcon> = {
  POSITIVE: IconMoodSmile,
  NEUTRAL: IconMoodNeutral,
  NEGATIVE: IconMoodSad,
};

/** How a caller felt, as a face and a word. */
export function SentimentMark({ sentiment }: { sentiment: Sentiment }) {
  const { t } = useTranslation('calls');
  const Face = FACES[sentiment];
  return (
    <span className={classes.mark}>
      <Face size={18} className={classes[sentiment]} aria-hidden />
      {t(`sentiment.${sentiment}`)}
    </span>
  );
}
