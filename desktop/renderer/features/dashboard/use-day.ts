import { useInterval } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { type Day, dayAt } from '../../ui/day.ts';

const LOOK_MS = 30_000;

/** Today, also for those who leave the page open over midnight. */
export function useDay(timeZone: string): Day {
  const [now, setNow] = useState(() => Date.now());
  const { start, stop } = useInterval(() => setNow(Date.now()), LOOK_MS);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return dayAt(new Date(now), timeZone);
}
