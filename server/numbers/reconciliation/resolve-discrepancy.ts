import { assertNever } from '../../../shared/assert-never.ts';
import type { Tx } from '../../infra/database.ts';
import { selectNumbers } from '../inventory/phone-number.store.ts';
import { markReleased, restore } from '../inventory/phone-number-changes.ts';
import type { Discrepancy } from './compare-owned.ts';

/** Has our row say what the provider's list showed. */
export function resolveDiscrepancy(tx: Tx, discrepancy: Discrepancy, now: Date): Promise<unknown> {
  const { kind, id } = discrepancy;
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
      const { monthlyFee, nextBillingAt } = discrepancy.owned;
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
export async function endCooldowns(tx: Tx, now: Date): Promise<void> {
  const rows = await selectNumbers(
    tx,
    `where n.status = 'RELEASING' and n.cooldown_ends_at <= $1
       and (n.demo or n.account is distinct from (select vobiz_app_id from platform_settings))`,
    [now],
  );
  for (const { id } of rows) await markReleased(tx, id, now);
}
