import { at, type Tx } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { instant, money } from '../inventory/phone-number.store.ts';
import type { Money } from '../money.ts';
import type { OwnedNumber } from '../number-provider.ts';

/** A number that the platform's account has and nobody here. */
export type FoundNumber = {
  e164: E164;
  monthlyFee: Money | null;
  nextBillingAt: Date | null;
  foundAt: Date;
};

/** Notes that the account's list was asked for, and why in vain if it was. */
export async function noteTried(tx: Tx, account: string, now: Date, problem: string | null): Promise<void> {
  await tx.query(
    `insert into number_listings (account, tried_at, listed_at, problem)
     values ($1, $2, case when $3::text is null then $2::timestamptz end, $3)
     on conflict (account) do update
       set tried_at = excluded.tried_at, listed_at = coalesce(excluded.listed_at, number_listings.listed_at),
           problem = excluded.problem`,
    [account, now, problem],
  );
}

/** What the latest list showed takes the place of what earlier ones did. */
export async function replaceFound(
  tx: Tx,
  account: string,
  found: readonly OwnedNumber[],
  now: Date,
): Promise<void> {
  const numbers = found.map(({ e164 }) => e164);
  await tx.query('delete from number_discrepancies where account = $1 and not (e164 = any($2))', [
    account,
    numbers,
  ]);
  for (const { e164, monthlyFee, nextBillingAt } of found) {
    await tx.query(
      `insert into number_discrepancies (account, e164, monthly_fee, fee_currency, next_billing_at, found_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (account, e164) do update
         set monthly_fee = excluded.monthly_fee, fee_currency = excluded.fee_currency,
             next_billing_at = excluded.next_billing_at`,
      [account, e164, monthlyFee?.minorUnits ?? null, monthlyFee?.currency ?? null, nextBillingAt, now],
    );
  }
}

/** What was found, unless somebody has it by now. */
export async function readFound(tx: Tx, account: string, e164?: E164): Promise<FoundNumber[]> {
  const rows = await tx.query<{
    e164: E164;
    monthlyFee: number | null;
    currency: string | null;
    nextBillingAt: string | null;
    foundAt: string;
  }>(
    `select e164, monthly_fee as "monthlyFee", fee_currency as currency, next_billing_at as "nextBillingAt",
            found_at as "foundAt"
       from number_discrepancies f
      where account = $1 and ($2::text is null or e164 = $2)
        and not exists (select from phone_numbers n where n.e164 = f.e164 and n.status <> 'RELEASED')
      order by e164`,
    [account, e164 ?? null],
  );
  return rows.map(({ currency, ...row }) => ({
    e164: row.e164,
    monthlyFee: money(row.monthlyFee, currency),
    nextBillingAt: instant(row.nextBillingAt),
    foundAt: at(row.foundAt),
  }));
}
