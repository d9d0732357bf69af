import { useEffect, useState } from 'react';

const EVERY_MS = 15_000;

/** The time, as exactly as due dates need it. @param dueTimes instants at which it matters to the second */
export function useNow(dueTimes: readonly (string | null)[]): Date {
  const [now, setNow] = useState(() => new Date());
  const next = Math.min(
    ...dueTimes.map((due) => (due === null ? 0 : Date.parse(due))).filter((due) => due > now.getTime()),
    now.getTime() + EVERY_MS,
  );
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), Math.max(next - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}
