import { pauseAfter } from '../../infra/async/retry.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { Vault } from '../../infra/secrets.ts';
import { carrierCredentials } from '../../numbers/inventory/carrier-credentials.ts';
import type { VobizAccount } from '../../settings/vobiz-account.ts';
import type { DeletesAtCarrier } from './deletes-at-carrier.ts';
import {
  claimDue,
  type DueErasure,
  forgetLeftKeys,
  forgetSettled,
  markDeleted,
  markFailed,
  putOff,
} from './recording-erasure.store.ts';

export const DELETE_CARRIER_RECORDINGS = 'delete-carrier-recordings';

export type CarrierErasureParts = {
  database: Database;
  vault: Vault;
  clock: Clock;
  platformAccount: () => Promise<VobizAccount>;
  deleteAtCarrier: DeletesAtCarrier;
};

const BATCH = 20;
/** Longer than a batch takes. */
const CLAIMED_MS = 5 * 60_000;
const BACK_OFF = { firstPauseMs: 60_000, longestPauseMs: 6 * 3_600_000 };
const DAY_MS = 24 * 3_600_000;
/** Vobiz itself keeps recordings for 30 days (docs.vobiz.ai, "Recordings"), so there is nothing to delete after that. */
const CARRIER_KEEPS_DAYS = 30;
/** How long it can be seen that a deletion worked. */
const SHOWN_DAYS = 90;

/** What became of one. `unavailable`: so it is for all of that account at the moment. */
type Outcome = 'settled' | 'put off' | 'unavailable';

/**
 * Deletes at the carrier what was deleted here, one after the other, until nothing is due. Safe to repeat and to be
 * killed: what was claimed is due again minutes later, and deleting what is gone is no fault.
 */
export async function deleteCarrierRecordings(parts: CarrierErasureParts): Promise<void> {
  const { database, clock } = parts;
  const platform = await parts.platformAccount();
  for (let goesOn = true; goesOn; ) {
    const now = clock.now();
    const again = new Date(now.getTime() + CLAIMED_MS);
    const due = await database.asPlatform((tx) => claimDue(tx, { now, again, most: BATCH }));
    goesOn = due.length === BATCH;
    for (const erasure of due) {
      if ((await deleteOne(erasure, platform, parts)) === 'unavailable') goesOn = false;
    }
  }
  await database.asPlatform(async (tx) => {
    await forgetLeftKeys(tx);
    await forgetSettled(tx, new Date(clock.now().getTime() - SHOWN_DAYS * DAY_MS));
  });
}

async function deleteOne(
  erasure: DueErasure,
  platform: VobizAccount,
  { database, vault, clock, deleteAtCarrier }: CarrierErasureParts,
): Promise<Outcome> {
  const account = credentialsFor(erasure, platform, vault);
  const answer = account.isKnown
    ? await deleteAtCarrier(account.credentials, erasure.carrierId)
    : { outcome: 'refused' as const, reason: account.reason };
  const now = clock.now();
  if (answer.outcome === 'done') {
    await database.asPlatform((tx) => markDeleted(tx, erasure, now));
    return 'settled';
  }
  const { reason } = answer;
  const nextAttemptAt = new Date(now.getTime() + pauseAfter(erasure.attempts, BACK_OFF));
  if (nextAttemptAt.getTime() > erasure.requestedAt.getTime() + CARRIER_KEEPS_DAYS * DAY_MS) {
    const last = `${reason} Vobiz itself deletes recordings after ${CARRIER_KEEPS_DAYS} days, so it isn’t tried any more.`;
    await database.asPlatform((tx) => markFailed(tx, erasure, { reason: last, now }));
    return 'settled';
  }
  await database.asPlatform((tx) => putOff(tx, erasure, { reason, nextAttemptAt }));
  return answer.outcome === 'unavailable' ? 'unavailable' : 'put off';
}

/**
 * Another account than the webhook's answers 404 for what it never had, which proves nothing: it isn't asked. So it is
 * with a key that was changed for one of another account.
 */
function credentialsFor({ number, account }: DueErasure, platform: VobizAccount, vault: Vault) {
  const found = carrierCredentials(number, account, platform, vault);
  if (!found.isKnown || account === null || account === found.credentials.appId) return found;
  return { isKnown: false, reason: `No key for the Vobiz account ${account} is stored any more.` } as const;
}
