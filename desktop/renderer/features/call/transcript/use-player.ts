import { type SyntheticEvent, useMemo, useRef, useState } from 'react';
import type { Call } from '../operations.ts';
import { lineAt, lineTimes } from './line-times.ts';

/** A recording and the lines of its call, each of which leads to its place in the other. */
export type Player = ReturnType<typeof usePlayer>;

export function usePlayer(call: Call) {
  const audio = useRef<HTMLAudioElement>(null);
  const [current, setCurrent] = useState<number>();
  const times = useMemo(() => lineTimes(call), [call]);
  const show = ({ currentTarget: { currentTime, paused } }: SyntheticEvent<HTMLAudioElement>) =>
    setCurrent(paused && currentTime === 0 ? undefined : lineAt(times, currentTime));
  return {
    audio,
    /** The index of the line that is heard. */
    current,
    onTimeUpdate: show,
    playLine: (index: number) => {
      const element = audio.current;
      if (!element) return;
      element.currentTime = times[index] ?? 0;
      // Refused where the sound can't be loaded, which the player itself shows.
      void element.play().catch(() => undefined);
    },
  };
}
