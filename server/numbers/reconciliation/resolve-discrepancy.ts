import { assertNever } from '../../../shared/assert-never.ts';
import type { Tx } from '../../infra/database.ts';
import {
  markReleased,
  restore,
  writeBilling,
  writeLostSince,
} from '../inventory/phone-number-changes.store.ts';
import { listCooledDown } from '../inventory/phone-number-lists.store.ts';
import type { Discrepancy } from './compare-owned.ts';

/** Has our row say what the provider's list showed. */
export function resolveDiscrepancy(tx: Tx, discrepancy: Discrepancy, now: Date): Promise<void> {
  const { kind, id } = discrepancy;
  switch (kind) {
    case 'lost':
      return writeLostSince(tx, id, now);
    case 'back':
      return writeLostSince(tx, id, null);
    case 'kept after all':
    case 'astray':
      return restore(tx, id, now);
    case 'over':
      return markReleased(tx, id, now);
    case 'billed':
      return writeBilling(tx, id, discrepancy.owned);
    default:
      return assertNever(kind);
  }
}

/** Demo numbers' cooldowns, and those of accounts that can't be asked any more. */
export async function endCooldowns(tx: Tx, now: Date): Promise<void> {
  for (const { id } of await listCooledDown(tx, now)) await markReleased(tx, id, now);
}
