import { badInput } from '../infra/app-error.ts';
import { typedText } from '../infra/typed-text.ts';
import { readTimeZone } from './locale.ts';
import { BOUNDS, type TenantBounds, type TenantTraits } from './tenant.store.ts';

/** What is left out stays as it is; null for a number of days keeps things for ever. */
export type TenantChange = { [Trait in keyof TenantTraits]?: TenantTraits[Trait] | null | undefined };

const readNotice = (typed: string | null): string =>
  typedText('recordingNotice', typed, { what: 'The recording notice', most: 300, isOneLine: true });

const LONGEST_RETENTION_DAYS = 36_500;
const MOST = 1_000_000_000;
/** A bound of so many calls is none. */
const MOST_CALLS = 100_000;

export const readName = (typed: string | null): string =>
  typedText('name', typed, { what: 'The name', most: 120, isOneLine: true });

/**
 * A tenant's traits with changes made to them.
 * @throws AppError BAD_USER_INPUT naming the field
 */
export function changedTraits(traits: TenantTraits, change: TenantChange): TenantTraits {
  const { name, timeZone, status, signaturePolicy, transcriptRetentionDays, recordingRetentionDays } = change;
  const { recordCalls, recordingNotice } = change;
  return {
    name: name === undefined ? traits.name : readName(name),
    timeZone: timeZone === undefined ? traits.timeZone : readTimeZone(timeZone),
    status: chosen('status', traits.status, status),
    signaturePolicy: chosen('signaturePolicy', traits.signaturePolicy, signaturePolicy),
    webhookAccess: chosen('webhookAccess', traits.webhookAccess, change.webhookAccess),
    transcriptRetentionDays: days(
      'transcriptRetentionDays',
      traits.transcriptRetentionDays,
      transcriptRetentionDays,
    ),
    recordingRetentionDays: days(
      'recordingRetentionDays',
      traits.recordingRetentionDays,
      recordingRetentionDays,
    ),
    recordCalls: chosen('recordCalls', traits.recordCalls, recordCalls),
    recordingNotice: recordingNotice === undefined ? traits.recordingNotice : readNotice(recordingNotice),
    analysisTokensADay: amount('analysisTokensADay', traits.analysisTokensADay, change.analysisTokensADay),
    ...changedBounds(traits, change),
  };
}

function changedBounds(traits: TenantBounds, change: TenantChange): TenantBounds {
  const read = (bound: keyof TenantBounds, most?: number) =>
    amount(bound, traits[bound], change[bound], most);
  return {
    newCallsAMinute: read('newCallsAMinute', MOST_CALLS),
    callsAtOnce: read('callsAtOnce', MOST_CALLS),
    modelTurnsADay: read('modelTurnsADay'),
    unverifiedAnalysisTokensADay: read('unverifiedAnalysisTokensADay'),
    recordingMegabytesADay: read('recordingMegabytesADay'),
  };
}

/** What changed, for the audit: each trait's old and new value. */
export function differences(
  before: TenantTraits,
  after: TenantTraits,
): Record<string, { from: unknown; to: unknown }> {
  return Object.fromEntries(
    TRAITS.filter((trait) => before[trait] !== after[trait]).map((trait) => [
      trait,
      { from: before[trait], to: after[trait] },
    ]),
  );
}

const TRAITS = [
  'name',
  'status',
  'timeZone',
  'signaturePolicy',
  'webhookAccess',
  'transcriptRetentionDays',
  'recordingRetentionDays',
  'recordCalls',
  'recordingNotice',
  'analysisTokensADay',
  ...BOUNDS,
] as const satisfies readonly (keyof TenantTraits)[];

function chosen<Value>(field: string, current: Value, typed: Value | null | undefined): Value {
  if (typed === null) throw badInput(field, `${field} can't be empty.`);
  return typed ?? current;
}

function days(field: string, current: number | null, typed: number | null | undefined): number | null {
  if (typed === undefined) return current;
  if (typed === null || (Number.isInteger(typed) && typed >= 1 && typed <= LONGEST_RETENTION_DAYS))
    return typed;
  throw badInput(field, `${field} is a whole number of days from 1 to ${LONGEST_RETENTION_DAYS}.`);
}

function amount(field: string, current: number, typed: number | null | undefined, most = MOST): number {
  const wanted = chosen(field, current, typed);
  if (Number.isInteger(wanted) && wanted >= 0 && wanted <= most) return wanted;
  throw badInput(field, `${field} is a whole number from 0 to ${most}.`);
}
