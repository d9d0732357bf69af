import type { CustomerKind, Range, Rule, TimeOfDay } from '../automation.ts';
import type { CallFacts } from './call-facts.ts';

/** The first condition that a call doesn't meet, as a sentence; undefined where it meets all. */
export function heldBackBy({ intents, conditions }: Rule, facts: CallFacts): string | undefined {
  const { sentimentScore, durationSeconds, timeOfDay, customer, tag } = conditions;
  return (
    (intents.length === 0 ? undefined : otherIntents(intents, facts.intents)) ??
    (sentimentScore && outside('sentiment score', sentimentScore, facts.analysis?.sentimentScore)) ??
    (durationSeconds && outside('length in seconds', durationSeconds, facts.call.durationSeconds)) ??
    (timeOfDay && atAnotherTime(timeOfDay, facts)) ??
    (customer && anotherCustomer(customer, facts.customer)) ??
    (tag === undefined ? undefined : untagged(tag, facts.customer))
  );
}

/** What the caller wanted instead, as a sentence; undefined where it was one of `wanted`. */
export function otherIntents(wanted: Rule['intents'], heard: Rule['intents']): string | undefined {
  if (wanted.some((intent) => heard.includes(intent))) return undefined;
  return `What the caller wanted was ${heard.join(', ') || 'nothing that was heard'}.`;
}

function outside(what: string, { min, max }: Range, value: number | null | undefined): string | undefined {
  if (value === null || value === undefined) return `The call’s ${what} isn’t known.`;
  if (min !== null && value < min) return `The call’s ${what} is ${shown(value)}, below ${shown(min)}.`;
  if (max !== null && value > max) return `The call’s ${what} is ${shown(value)}, above ${shown(max)}.`;
  return undefined;
}

function atAnotherTime({ from, until }: TimeOfDay, { call, tenant }: CallFacts): string | undefined {
  const began = clockTime(call.startedAt, tenant.timeZone);
  const isWithin = from < until ? began >= from && began < until : began >= from || began < until;
  return isWithin ? undefined : `The call began at ${began}, and not between ${from} and ${until}.`;
}

/** As `09:30` in a time zone. */
export function clockTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

function anotherCustomer(wanted: CustomerKind, customer: CallFacts['customer']): string | undefined {
  if (!customer) return 'The caller’s number is unknown.';
  if (customer.isNew === (wanted === 'NEW')) return undefined;
  return customer.isNew ? 'The customer called for the first time.' : 'The customer has called before.';
}

function untagged(wanted: string, customer: CallFacts['customer']): string | undefined {
  if (!customer) return 'The caller’s number is unknown.';
  const isTagged = customer.tags.some((tag) => tag.toLowerCase() === wanted.toLowerCase());
  return isTagged ? undefined : `The customer isn’t tagged “${wanted}”.`;
}

const shown = (value: number) => `${Math.round(value * 100) / 100}`;
