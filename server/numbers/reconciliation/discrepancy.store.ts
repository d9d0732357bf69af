import type { Tx } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { anyOf } from '../../infra/tables.ts';
import { money } from '../inventory/phone-number.store.ts';
import type { Money } from '../money.ts';
import type { OwnedNumber } from '../number-provider.ts';

/** A number that the platform's account has and no tenant here. */
export type FoundNumber = {
  e164: E164;
  monthlyFee: Money | null;
  nextBillingAt: Date | null;
  foundAt: Date;
};

/** When an account's numbers were last listed, and why the latest try failed if it did. */
export function findListing(
  { db }: Tx,
  account: string,
): Promise<{ listedAt: Date | null; problem: string | null } | undefined> {
  return db
    .selectFrom('numberListings')
    .select(['listedAt', 'problem'])
    .where('account', '=', account)
    .executeTakeFirst();
}

/** Notes that the account's list was asked for, and why in vain if it was. */
export async function noteTried(
  { db }: Tx,
  account: string,
  now: Date,
  problem: string | null,
): Promise<void> {
  await db
    .insertInto('numberListings')
    .values({ account, triedAt: now, listedAt: problem === null ? now : null, problem })
    .onConflict((there) =>
      there.column('account').doUpdateSet((eb) => ({
        triedAt: eb.ref('excluded.triedAt'),
        listedAt: eb.fn.coalesce('excluded.listedAt', 'numberListings.listedAt'),
        problem: eb.ref('excluded.problem'),
      })),
    )
    .execute();
}

/** What the latest list showed takes the place of what earlier ones did. */
export async function replaceFound(
  { db }: Tx,
  account: string,
  found: readonly OwnedNumber[],
  now: Date,
): Promise<void> {
  const numbers = found.map(({ e164 }) => e164);
  await db
    .deleteFrom('numberDiscrepancies')
    .where('account', '=', account)
    .where((eb) => eb.not(eb('e164', '=', anyOf(numbers))))
    .execute();
  for (const { e164, monthlyFee, nextBillingAt } of found) {
    await db
      .insertInto('numberDiscrepancies')
      .values({
        account,
        e164,
        monthlyFee: monthlyFee?.minorUnits ?? null,
        feeCurrency: monthlyFee?.currency ?? null,
        nextBillingAt,
        foundAt: now,
      })
      .onConflict((there) =>
        there.columns(['account', 'e164']).doUpdateSet((eb) => ({
          monthlyFee: eb.ref('excluded.monthlyFee'),
          feeCurrency: eb.ref('excluded.feeCurrency'),
          nextBillingAt: eb.ref('excluded.nextBillingAt'),
        })),
      )
      .execute();
  }
}

/** What was found, but for numbers that a tenant has by now. */
export async function readFound({ db }: Tx, account: string, e164?: E164): Promise<FoundNumber[]> {
  const rows = await db
    .selectFrom('numberDiscrepancies as f')
    .select(['f.e164', 'f.monthlyFee', 'f.feeCurrency', 'f.nextBillingAt', 'f.foundAt'])
    .where('f.account', '=', account)
    .$call((query) => (e164 === undefined ? query : query.where('f.e164', '=', e164)))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('phoneNumbers as n')
            .select('n.id')
            .whereRef('n.e164', '=', 'f.e164')
            .where('n.status', '<>', 'RELEASED'),
        ),
      ),
    )
    .orderBy('f.e164')
    .execute();
  return rows.map(({ monthlyFee, feeCurrency, ...row }) => ({
    ...row,
    monthlyFee: money(monthlyFee, feeCurrency),
  }));
}

/** A number that was found is a tenant's from now on. */
export async function forgetFound({ db }: Tx, e164: E164): Promise<void> {
  await db.deleteFrom('numberDiscrepancies').where('e164', '=', e164).execute();
}
