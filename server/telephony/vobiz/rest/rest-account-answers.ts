import { z } from 'zod';
import type { Balance, CallRecord, Lines, NumberHealth } from '../../../carrier/carrier-account.ts';
import { readCurrency, readMicros } from '../../../numbers/money.ts';

// Vobiz's answers about an account (docs.vobiz.ai, "CDR", "Account"). Numbers come as text or as numbers; what some
// pages wrap into `data`, others don't.

const amount = z.union([z.string(), z.number()]).nullish();
const count = z.coerce.number().int().nonnegative().max(1_000_000);

const record = z.object({
  cost: amount,
  streaming_cost: amount,
  total_cost: amount,
  currency: z.string().nullish(),
  bridge_uuid: z.string().nullish(),
});

/** @returns undefined where it is no record, or tells no amount of a currency */
export function readCallRecord(body: unknown, providerCallId: string): CallRecord | undefined {
  const { data } = record.safeParse(unwrapped(body));
  const currency = readCurrency(data?.currency ?? 'INR');
  if (!data || currency === undefined) return undefined;
  const micros = microsOf(data.total_cost) ?? sum(microsOf(data.cost), microsOf(data.streaming_cost));
  if (micros === undefined || micros < 0) return undefined;
  const other = data.bridge_uuid?.trim();
  return { micros, currency, otherLeg: other && other !== providerCallId ? other : undefined };
}

const balance = z.object({
  balance: amount,
  available_balance: amount,
  low_balance_threshold: amount,
  currency: z.string().nullish(),
});

/** @returns undefined where it tells no balance */
export function readBalance(body: unknown, asked: string): Balance | undefined {
  const { data } = balance.safeParse(unwrapped(body));
  const micros = microsOf(data?.balance);
  const currency = readCurrency(data?.currency ?? asked);
  if (!data || micros === undefined || currency === undefined) return undefined;
  return {
    ...{ micros, currency },
    availableMicros: microsOf(data.available_balance),
    lowMicros: microsOf(data.low_balance_threshold),
  };
}

/** The page names no fields, so that the likely names are looked for, the most telling first. */
const MOST = ['concurrency', 'max_concurrency', 'concurrency_limit', 'max_concurrent_calls', 'limit'];
const IN_USE = ['active_calls', 'current_concurrency', 'current_calls', 'in_use', 'live_calls'];

/** @returns undefined where no name that is looked for holds a number */
export function readLines(body: unknown): Lines | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(unwrapped(body)).data;
  const most = fields && firstCount(fields, MOST);
  return most === undefined ? undefined : { most, inUse: firstCount(fields ?? {}, IN_USE) };
}

const MARKS = ['spam_marks', 'marks', 'spam_labels', 'labels', 'flags'];
const IS_MARKED = ['spam', 'is_spam', 'marked_as_spam', 'spam_marked', 'flagged'];
const MOST_MARKS = 10;
const LONGEST_MARK = 100;

/** @returns undefined where nothing in it tells of spam marks */
export function readHealth(body: unknown): NumberHealth | undefined {
  const fields = z.record(z.string(), z.unknown()).safeParse(unwrapped(body)).data;
  if (!fields) return undefined;
  const told = MARKS.map((name) => fields[name]).find(Array.isArray);
  const said = IS_MARKED.map((name) => fields[name]).find((value) => typeof value === 'boolean');
  if (told === undefined && said === undefined) return undefined;
  const marks = (told ?? []).slice(0, MOST_MARKS).flatMap((mark: unknown) => wordsOf(mark) ?? []);
  return { isMarked: said ?? marks.length > 0, marks };
}

/** A mark is a text, or an object that says who marked the number. */
function wordsOf(mark: unknown): string | undefined {
  if (typeof mark === 'object' && mark !== null) {
    const words = Object.values(mark).filter((value) => typeof value === 'string');
    return words.length === 0 ? undefined : plain(words.join(', '));
  }
  return typeof mark === 'string' ? plain(mark) : undefined;
}

const plain = (words: string) =>
  words
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_MARK);

function firstCount(fields: Readonly<Record<string, unknown>>, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = fields[name];
    const read = typeof value === 'number' || typeof value === 'string' ? count.safeParse(value) : undefined;
    if (read?.success) return read.data;
  }
  return undefined;
}

const unwrapped = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'data' in body && typeof body.data === 'object'
    ? body.data
    : body;

const microsOf = (told: z.infer<typeof amount>): number | undefined =>
  told === null || told === undefined ? undefined : readMicros(told);

const sum = (one: number | undefined, other: number | undefined): number | undefined =>
  one === undefined ? undefined : one + (other ?? 0);
