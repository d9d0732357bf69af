import type { Saying } from '../reading/saying.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Before the opening hours: which day it is, where the caller asks for now, today or tomorrow. */
export function clockWords({ text, intents }: Saying, localTime: string): string[] {
  const today = DAYS.findIndex((day) => localTime.startsWith(day));
  if (!intents.includes('OPENING_HOURS') || today === -1) return [];
  const time = /\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?/iu.exec(localTime)?.[0];
  if (/\b(now|abhi|currently)\b|अभी/iu.test(text) && time) return [`It is ${time} on ${DAYS[today]} now.`];
  if (/\b(today|tonight|aaj)\b|आज/iu.test(text)) return [`Today is ${DAYS[today]}.`];
  if (/\b(tomorrow|kal)\b|कल/iu.test(text)) return [`Tomorrow is ${DAYS[(today + 1) % 7]}.`];
  return [];
}
