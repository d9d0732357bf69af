import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import { HEIGHT, pointsOf, WIDTH } from './curve-points.ts';
import classes from './sentiment-curve.module.css';

type Score = { number: number; score: number };

/** How the caller sounded, line by line; up is content. Less than two lines make no curve. */
export function SentimentCurve({ scores }: { scores: readonly Score[] }) {
  const { t } = useTranslation('call');
  const { number } = useFormat();
  if (scores.length < 2) return null;
  const points = pointsOf(scores.map(({ score }) => score));
  const values = scores.map(({ score }) => number(score)).join(', ');
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={classes.curve}
        role="img"
        aria-label={t('curve.label', { values })}
      >
        <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className={classes.zero} />
        <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} className={classes.line} />
        {points.map(({ x, y }, index) => (
          <circle key={scores[index]?.number ?? index} cx={x} cy={y} r={3} className={classes.dot} />
        ))}
      </svg>
      <figcaption className={classes.caption}>{t('curve.caption')}</figcaption>
    </figure>
  );
}
