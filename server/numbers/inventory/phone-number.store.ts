import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { anyOf, type Tables } from '../../infra/tables.ts';
import type { Money } from '../money.ts';
import type { PhoneNumberSource, PhoneNumberStatus } from './phone-number.entity.ts';

/** A number's row, without its key. */
export type PhoneNumberRow = {
  tenantId: TenantId;
  id: string;
  e164: E164;
  label: string | null;
  forwardedFrom: E164 | null;
  status: PhoneNumberStatus;
  statusSince: Date;
  demo: boolean;
  source: PhoneNumberSource;
  account: string | null;
  hasProviderApiKey: boolean;
  monthlyFee: Money | null;
  nextBillingAt: Date | null;
  applicationId: string | null;
  provisioningIssue: string | null;
  wiringAttempts: number;
  cooldownEndsAt: Date | null;
  releaseFee: Money | null;
  lostSince: Date | null;
};

type Stored = Omit<PhoneNumberRow, 'monthlyFee' | 'releaseFee'> & {
  monthlyFee: number | null;
  feeCurrency: string | null;
  releaseFee: number | null;
};

const SHOWN = [
  'n.tenantId',
  'n.id',
  'n.e164',
  'n.label',
  'n.forwardedFrom',
  'n.status',
  'n.statusSince',
  'n.demo',
  'n.source',
  'n.account',
  'n.monthlyFee',
  'n.feeCurrency',
  'n.nextBillingAt',
  'n.applicationId',
  'n.provisioningIssue',
  'n.wiringAttempts',
  'n.cooldownEndsAt',
  'n.releaseFee',
  'n.lostSince',
] as const;

const hasProviderApiKey = ({ ref }: ExpressionBuilder<Tables & { n: Tables['phoneNumbers'] }, 'n'>) =>
  sql<boolean>`${ref('n.providerApiKey')} is not null`.as('hasProviderApiKey');

/** All numbers that the transaction may see, to be narrowed down; `readNumbers` runs it. */
export const selectNumbers = ({ db }: Tx) =>
  db.selectFrom('phoneNumbers as n').select([...SHOWN, hasProviderApiKey]);

export async function readNumbers(query: { execute(): Promise<Stored[]> }): Promise<PhoneNumberRow[]> {
  return (await query.execute()).map(numberIn);
}

/** @returns the numbers with these ids, in any order */
export function findNumbers(tx: Tx, ids: readonly string[]): Promise<PhoneNumberRow[]> {
  return readNumbers(selectNumbers(tx).where('n.id', '=', anyOf(ids)));
}

/** One number by its id, if the transaction may see it. */
export async function findNumber(tx: Tx, id: string): Promise<PhoneNumberRow | undefined> {
  return (await readNumbers(selectNumbers(tx).where('n.id', '=', id)))[0];
}

/** As `findNumber`; locked against changes until the transaction ends. */
export async function lockNumber(tx: Tx, id: string): Promise<PhoneNumberRow | undefined> {
  return (await readNumbers(selectNumbers(tx).where('n.id', '=', id).forUpdate()))[0];
}

/** The number that is in use under an E.164 number, of any tenant. */
export async function numberInUse(tx: Tx, e164: E164): Promise<PhoneNumberRow | undefined> {
  const inUse = selectNumbers(tx).where('n.e164', '=', e164).where('n.status', '<>', 'RELEASED');
  return (await readNumbers(inUse))[0];
}

function numberIn({ monthlyFee, feeCurrency, releaseFee, ...row }: Stored): PhoneNumberRow {
  return {
    ...row,
    // Kept for the case that the release is cancelled; until then nothing more is billed.
    nextBillingAt: row.status === 'RELEASING' ? null : row.nextBillingAt,
    monthlyFee: money(monthlyFee, feeCurrency),
    releaseFee: money(releaseFee, feeCurrency),
  };
}

export const money = (minorUnits: number | null, currency: string | null): Money | null =>
  minorUnits === null || currency === null ? null : { minorUnits, currency };
