import { at, type Tx } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { Money } from '../money.ts';
import type { PhoneNumberSource, PhoneNumberStatus } from './phone-number.entity.ts';

/** A number's row, without its key. */
export type PhoneNumberRow = {
  tenantId: string;
  id: string;
  e164: E164;
  label: string | null;
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

type Fees = {
  monthlyFee: number | null;
  feeCurrency: string | null;
  releaseFee: number | null;
};
type Instants = 'statusSince' | 'nextBillingAt' | 'cooldownEndsAt' | 'lostSince';
type Raw = Omit<PhoneNumberRow, Instants | 'monthlyFee' | 'releaseFee'> &
  Fees & { [instant in Instants]: string | null };

const COLUMNS = `n.tenant_id as "tenantId", n.id, n.e164, n.label, n.status, n.status_since as "statusSince", n.demo,
  n.source, n.account, n.provider_api_key is not null as "hasProviderApiKey", n.monthly_fee as "monthlyFee",
  n.fee_currency as "feeCurrency", n.next_billing_at as "nextBillingAt", n.application_id as "applicationId",
  n.provisioning_issue as "provisioningIssue", n.wiring_attempts as "wiringAttempts",
  n.cooldown_ends_at as "cooldownEndsAt", n.release_fee as "releaseFee",
  n.lost_since as "lostSince"`;

/** Reads numbers as the transaction may see them. @param rest what stands after `from phone_numbers n` */
export async function selectNumbers(
  tx: Tx,
  rest: string,
  parameters: readonly unknown[] = [],
): Promise<PhoneNumberRow[]> {
  const rows = await tx.query<Raw>(`select ${COLUMNS} from phone_numbers n ${rest}`, parameters);
  return rows.map(read);
}

/** One number by its id, if the transaction may see it; locked against changes until the transaction ends. */
export async function lockNumber(tx: Tx, id: string): Promise<PhoneNumberRow | undefined> {
  return (await selectNumbers(tx, 'where n.id = $1 for update', [id]))[0];
}

/** The number that is in use under an E.164 number, whoever's it is. */
export async function numberInUse(tx: Tx, e164: string): Promise<PhoneNumberRow | undefined> {
  return (await selectNumbers(tx, `where n.e164 = $1 and n.status <> 'RELEASED'`, [e164]))[0];
}

function read({ monthlyFee, feeCurrency, releaseFee, ...row }: Raw): PhoneNumberRow {
  return {
    ...row,
    statusSince: at(row.statusSince ?? ''),
    // Kept for the case that the release is cancelled; until then nothing more is billed.
    nextBillingAt: row.status === 'RELEASING' ? null : instant(row.nextBillingAt),
    cooldownEndsAt: instant(row.cooldownEndsAt),
    lostSince: instant(row.lostSince),
    monthlyFee: money(monthlyFee, feeCurrency),
    releaseFee: money(releaseFee, feeCurrency),
  };
}

export const instant = (text: string | null): Date | null => (text === null ? null : at(text));

export const money = (minorUnits: number | null, currency: string | null): Money | null =>
  minorUnits === null || currency === null ? null : { minorUnits, currency };
