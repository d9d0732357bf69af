import type { Line } from '../briefing.ts';
import type { CallSoFar } from './call-so-far.ts';
import { anythingElse, asking, dropped, holds, howToHelp, noted, offering } from './phrases.ts';
import { readSaying } from './reading/saying.ts';
import type { Thread } from './thread.ts';
import { afterCaller } from './turn.ts';

const BEGINNING: CallSoFar = {
  open: undefined,
  noted: [],
  asked: undefined,
  timesAsked: 0,
  offered: undefined,
  isFree: false,
  lastSaying: undefined,
  name: undefined,
  isDropped: false,
};

/** Reads a call from its lines. The receptionist's own words say what became of the caller's. */
export function followCall(lines: readonly Line[]): CallSoFar {
  return lines.reduce(
    (call, { speaker, text }) =>
      speaker === 'AGENT' ? afterAgent(call, text) : afterCaller(call, readSaying(text)),
    BEGINNING,
  );
}

const keysOf = <K extends string>(ways: Record<K, readonly string[]>) => Object.keys(ways) as K[];

function afterAgent(call: CallSoFar, text: string): CallSoFar {
  const offered = keysOf(offering).find((offer) => holds(text, offering[offer]));
  const next = {
    ...call,
    // After a silence the question still stands, whatever was said to break it.
    offered: offered ?? call.offered,
    isFree: call.isFree || holds(text, [...anythingElse, ...howToHelp]),
  };
  if (call.open && keysOf(noted).some((way) => holds(text, noted[way])))
    return {
      ...next,
      open: undefined,
      asked: undefined,
      timesAsked: 0,
      noted: withNoted(call.noted, call.open),
    };
  if (holds(text, dropped)) return { ...next, open: undefined, asked: undefined, timesAsked: 0 };
  const asked = keysOf(asking).find((question) => holds(text, asking[question]));
  if (!asked) return next;
  return { ...next, asked, timesAsked: asked === call.asked ? call.timesAsked + 1 : 1 };
}

/** What was added to a request stands with it. */
function withNoted(before: readonly Thread[], thread: Thread): Thread[] {
  const isMore = before.at(-1)?.words.every((line, index) => thread.words[index] === line);
  return [...(isMore ? before.slice(0, -1) : before), thread];
}
