import type { Call } from '../operations.ts';

/** How quickly people speak, roughly, in letters a second. */
const LETTERS_A_SECOND = 14;
/** A recogniser waits so long for more before it delivers what was said, in seconds. */
const PAUSE = 1;

/**
 * When each line begins in a recording of the whole call, in seconds. What the agent says is noted as it begins, what
 * a caller says when it was understood, so that its beginning is guessed from its length.
 */
export function lineTimes({ startedAt, turns }: Pick<Call, 'startedAt' | 'turns'>): number[] {
  const start = Date.parse(startedAt);
  const times: number[] = [];
  for (const { speaker, text, at } of turns) {
    const noted = (Date.parse(at) - start) / 1_000;
    const began = speaker === 'CALLER' ? noted - PAUSE - text.length / LETTERS_A_SECOND : noted;
    times.push(Math.max(began, times.at(-1) ?? 0, 0));
  }
  return times;
}

/** The index of the line that is heard at a time; undefined before the first. */
export function lineAt(times: readonly number[], seconds: number): number | undefined {
  const found = times.findLastIndex((began) => began <= seconds);
  return found < 0 ? undefined : found;
}
