import { VisuallyHidden } from '@mantine/core';
import classes from './bars.module.css';

type Bar = {
  key: string | number;
  /** What stands below it, where there is room. */
  label: string;
  /** In full, for pointing at it and for those who can't see it. */
  title: string;
  value: number;
  /** The part of the value that stands out. */
  marked?: number;
};

type Props = {
  label: string;
  bars: readonly Bar[];
  /** One in so many has its label shown, counted from the last. */
  every: number;
};

/** Amounts side by side. A list to those who can't see it. */
export function Bars({ label, bars, every }: Props) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ key, label: below, title, value, marked = 0 }, index) => (
        <li key={key} className={classes.bar} title={title}>
          <VisuallyHidden>{title}</VisuallyHidden>
          <span className={classes.room} aria-hidden>
            <span className={classes.marked} style={{ height: `${(100 * marked) / most}%` }} />
            <span className={classes.value} style={{ height: `${(100 * (value - marked)) / most}%` }} />
          </span>
          <span className={classes.label} aria-hidden>
            {(bars.length - 1 - index) % every === 0 ? below : ''}
          </span>
        </li>
      ))}
    </ul>
  );
}
