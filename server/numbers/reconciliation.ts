import { assertNever } from '../../shared/assert-never.ts';
import type { Clock } from '../infra/clock.ts';
import { at, type Database, type Tx } from '../infra/database.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { Applications } from './applications.ts';
import { type Comparison, compareOwned, type Difference } from './compare-owned.ts';
import type { Market, Markets } from './market.ts';
import type { Money } from './money.ts';
import type { OwnedNumber } from './number-provider.ts';
import type { OrderBudgets } from './order-budgets.ts';
import type { OwnedNumbers } from './owned-numbers.ts';
import { instant, money, type PhoneNumberRow, selectNumbers } from './phone-number.store.ts';
import { markReleased, restore } from './phone-number-changes.ts';

/** A number that the platform's account has and nobody here. */
export type FoundNumber = {
  e164: E164;
  monthlyFee: Money | null;
  nextBillingAt: Date | null;
  foundAt: Date;
};

/** What the last look at the account's numbers showed. */
export type Findings = {
  /** Null before the first. */
  listedAt: Date | null;
  /** Why the latest look failed, as a sentence. */
  problem: string | null;
  found: FoundNumber[];
  lost: PhoneNumberRow[];
};

/** Compares what is owned with what is shown. What doesn't agree is shown as such; nothing is deleted. */
export class Reconciliation {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly owned: OwnedNumbers,
    private readonly applications: Applications,
    private readonly clock: Clock,
    private readonly budgets: OrderBudgets,
  ) {}

  /** @throws AppError PROVIDER_UNAVAILABLE while the credentials can't be decrypted */
  async run(): Promise<void> {
    await this.database.asPlatform((tx) => endCooldowns(tx, this.clock.now()));
    const market = await this.markets.current();
    if (market.demo) return;
    const { account } = market;
    const { startedAt, answer } = await this.owned.of(account, market.provider);
    if (answer.outcome !== 'done') {
      return this.database.asPlatform((tx) => noteTried(tx, account, this.clock.now(), answer.reason));
    }
    await this.database.asPlatform((tx) => this.#compare(tx, market, { startedAt, owned: answer.value }));
    await this.#repoint(market);
  }

  async findings(): Promise<Findings> {
    const { account } = await this.markets.current();
    return this.database.asPlatform(async (tx) => {
      const listing = await tx.one<{ listedAt: string | null; problem: string | null }>(
        'select listed_at as "listedAt", problem from number_listings where account = $1',
        [account],
      );
      return {
        listedAt: instant(listing?.listedAt ?? null),
        problem: listing?.problem ?? null,
        found: await readFound(tx, account),
        lost: await selectNumbers(
          tx,
          `where n.lost_since is not null and n.status <> 'RELEASED' order by n.e164`,
        ),
      };
    });
  }

  async #compare(
    tx: Tx,
    { account }: Market,
    listing: { startedAt: Date; owned: OwnedNumber[] },
  ): Promise<void> {
    const now = this.clock.now();
    const ours = await selectNumbers(
      tx,
      `where n.account = $1 and not n.demo and n.source = 'MARKETPLACE' and n.status <> 'RELEASED' for update`,
      [account],
    );
    const ordered = new Set(
      (
        await tx.query<{ e164: string }>(
          `select e164 from number_orders where status in ('PENDING', 'UNCERTAIN')`,
        )
      ).map(({ e164 }) => e164),
    );
    const inUse = await tx.query<{ e164: string }>(
      `select e164 from phone_numbers where status <> 'RELEASED'`,
    );
    const known = new Set([...ordered, ...inUse.map(({ e164 }) => e164)]);
    const comparison = compareOwned({ ours, known, ordered }, listing, this.budgets);
    for (const difference of comparison.differences) await settle(tx, difference, now);
    await replaceFound(tx, account, comparison, now);
    await noteTried(tx, account, now, null);
  }

  /** After PUBLIC_URL or a slug changed; an application that is gone is made anew, and its numbers attached again. */
  async #repoint(market: Market): Promise<void> {
    for (const tenantId of await this.applications.outdated(market)) {
      const application = await this.applications.ensure(tenantId, market);
      if (application.outcome !== 'done') continue;
      await this.database.asPlatform(async (tx) => {
        const elsewhere = await selectNumbers(
          tx,
          `where n.tenant_id = $1 and n.account = $2 and n.status = 'ACTIVE' and n.application_id <> $3`,
          [tenantId, market.account, application.value],
        );
        for (const { id } of elsewhere) await restore(tx, id, this.clock.now());
      });
    }
  }
}

function settle(tx: Tx, difference: Difference, now: Date): Promise<unknown> {
  const { kind, id } = difference;
  switch (kind) {
    case 'lost':
      return tx.query('update phone_numbers set lost_since = $2 where id = $1', [id, now]);
    case 'back':
      return tx.query('update phone_numbers set lost_since = null where id = $1', [id]);
    case 'kept after all':
    case 'astray':
      return restore(tx, id, now);
    case 'over':
      return markReleased(tx, id, now);
    case 'billed': {
      const { monthlyFee, nextBillingAt } = difference.owned;
      return tx.query(
        `update phone_numbers set next_billing_at = $2, monthly_fee = coalesce($3, monthly_fee),
                fee_currency = coalesce($4, fee_currency)
          where id = $1`,
        [id, nextBillingAt, monthlyFee?.minorUnits ?? null, monthlyFee?.currency ?? null],
      );
    }
    default:
      return assertNever(kind);
  }
}

/** Demo numbers' cooldowns, and those of accounts that can't be asked any more. */
async function endCooldowns(tx: Tx, now: Date): Promise<void> {
  const rows = await selectNumbers(
    tx,
    `where n.status = 'RELEASING' and n.cooldown_ends_at <= $1
       and (n.demo or n.account is distinct from (select vobiz_app_id from platform_settings))`,
    [now],
  );
  for (const { id } of rows) await markReleased(tx, id, now);
}

async function noteTried(tx: Tx, account: string, now: Date, problem: string | null): Promise<void> {
  await tx.query(
    `insert into number_listings (account, tried_at, listed_at, problem)
     values ($1, $2, case when $3::text is null then $2::timestamptz end, $3)
     on conflict (account) do update
       set tried_at = excluded.tried_at, listed_at = coalesce(excluded.listed_at, number_listings.listed_at),
           problem = excluded.problem`,
    [account, now, problem],
  );
}

async function replaceFound(tx: Tx, account: string, { found }: Comparison, now: Date): Promise<void> {
  const numbers = found.map(({ e164 }) => e164);
  await tx.query('delete from number_findings where account = $1 and not (e164 = any($2))', [
    account,
    numbers,
  ]);
  for (const { e164, monthlyFee, nextBillingAt } of found) {
    await tx.query(
      `insert into number_findings (account, e164, monthly_fee, fee_currency, next_billing_at, found_at)
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
       from number_findings f
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
