import { Anchor, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../ui/format.ts';
import { SENTIMENTS } from '../calls/filters.ts';
import type { Total } from './operations.ts';
import classes from './sentiment-bar.module.css';

type Props = { sentiment: Total['sentiment']; className: string | undefined };

/** How callers felt, as shares. */
export function SentimentBar({ sentiment, className }: Props) {
  const { t } = useTranslation(['dashboard', 'calls']);
  const { number } = useFormat();
  const amounts = { POSITIVE: sentiment.positive, NEUTRAL: sentiment.neutral, NEGATIVE: sentiment.negative };
  const all = sentiment.positive + sentiment.neutral + sentiment.negative;
  return (
    <Paper withBorder p="sm" className={className}>
      <Text component="dt" size="sm" c="dimmed">
        {t('calls:sentiment.label')}
      </Text>
      <dd className={classes.bar} aria-hidden>
        {SENTIMENTS.map((feeling) => (
          <span key={feeling} className={classes[feeling]} style={{ flexGrow: amounts[feeling] }} />
        ))}
      </dd>
      {SENTIMENTS.map((feeling) => (
        <dd key={feeling} className={classes.row}>
          <span>
            <span className={`${classes.swatch} ${classes[feeling]}`} aria-hidden />
            <Anchor component={Link} to={`/calls?sentiment=${feeling}`} inherit>
              {t(`calls:sentiment.${feeling}`)}
            </Anchor>
          </span>
          <span>
            {all === 0 ? '–' : t('percent', { percent: number(Math.round((100 * amounts[feeling]) / all)) })}
          </span>
        </dd>
      ))}
    </Paper>
  );
}
