import { badInput } from '../../infra/app-error.ts';
import { typedText } from '../../infra/typed-text.ts';
import type { AutomationTrigger, Conditions, CustomerKind, Range, TimeOfDay } from '../automation.ts';

type Typed<T> = T | null | undefined;
type RangeInput = { min?: Typed<number>; max?: Typed<number> };

/** As they were typed; null and what is left out are no condition. */
export type ConditionsInput = {
  sentimentScore?: Typed<RangeInput>;
  durationSeconds?: Typed<RangeInput>;
  timeOfDay?: Typed<TimeOfDay>;
  customer?: Typed<CustomerKind>;
  tag?: Typed<string>;
};

const DAY_SECONDS = 86_400;

/** @throws AppError BAD_USER_INPUT naming the condition, also where the trigger comes too early for it */
export function readConditions(typed: Typed<ConditionsInput>, trigger: AutomationTrigger): Conditions {
  const sentimentScore = readRange('sentimentScore', typed?.sentimentScore, { least: -1, most: 1 });
  const durationSeconds = readRange('durationSeconds', typed?.durationSeconds, {
    least: 0,
    most: DAY_SECONDS,
  });
  const timeOfDay = typed?.timeOfDay && readTimeOfDay(typed.timeOfDay);
  const customer = typed?.customer;
  const tag = typed?.tag?.trim() ? readTag('conditions.tag', typed.tag) : undefined;
  if (trigger === 'HUMAN_REQUESTED' && (sentimentScore || durationSeconds)) {
    throw badInput(
      `conditions.${sentimentScore ? 'sentimentScore' : 'durationSeconds'}`,
      'HUMAN_REQUESTED comes during the call, before its length and sentiment are known.',
    );
  }
  return {
    ...(sentimentScore && { sentimentScore }),
    ...(durationSeconds && { durationSeconds }),
    ...(timeOfDay && { timeOfDay }),
    ...(customer && { customer }),
    ...(tag !== undefined && { tag }),
  };
}

/** A customer's tag. @throws AppError BAD_USER_INPUT naming `field` */
export const readTag = (field: string, typed: string): string =>
  typedText(field, typed, { what: 'A tag', most: 40, isOneLine: true });

function readRange(
  name: string,
  typed: Typed<RangeInput>,
  { least, most }: { least: number; most: number },
): Range | undefined {
  const range = { min: typed?.min ?? null, max: typed?.max ?? null };
  if (range.min === null && range.max === null) return undefined;
  const field = `conditions.${name}`;
  const isWithin = (value: number | null) => value === null || (value >= least && value <= most);
  if (!isWithin(range.min) || !isWithin(range.max)) {
    throw badInput(field, `${name} lies between ${least} and ${most}.`);
  }
  if (range.min !== null && range.max !== null && range.min > range.max) {
    throw badInput(field, `The least ${name} can’t be above the most.`);
  }
  return range;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function readTimeOfDay({ from, until }: TimeOfDay): TimeOfDay {
  const field = 'conditions.timeOfDay';
  if (!CLOCK.test(from) || !CLOCK.test(until)) throw badInput(field, 'Times are written as 09:30.');
  if (from === until) throw badInput(field, 'From and until can’t be the same time.');
  return { from, until };
}
