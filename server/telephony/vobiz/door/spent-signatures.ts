import type { Clock } from '../../../infra/clock.ts';
import type { Database } from '../../../infra/database.ts';
import type { TenantId } from '../../../infra/ids.ts';
import type { Module } from '../../../infra/module.ts';
import { forgetSignatures, releaseSignatures, SPEND_SIGNATURES } from './spent-signature.store.ts';

/** Signatures that webhooks came with: each is good for one. */
export type SpendsSignatures = {
  /**
   * For good, whatever becomes of the webhook.
   * @param since those that were spent no earlier than then were so by the same webhook
   * @returns false where one of them was spent before
   */
  spend(tenantId: TenantId, macs: readonly Buffer[], since?: Date): Promise<boolean>;
  /** For a webhook that failed by our fault: Vobiz sends it again, for all that is known with the same signature. */
  release(tenantId: TenantId, macs: readonly Buffer[]): Promise<void>;
};

/** A signature carries no time: one that is forgotten passes again. Nobody keeps a captured one for so long by chance. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** By so much this machine's clock may be ahead of the database's. */
const SKEW_MS = 5_000;

/** What spent signatures bring to the process. */
export function createSpentSignatures(
  database: Database,
  clock: Clock,
): Module & { signatures: SpendsSignatures } {
  return {
    signatures: {
      async spend(tenantId, macs, since) {
        const from = since === undefined ? null : new Date(since.getTime() - SKEW_MS);
        const [spent] = await database.runAlone(SPEND_SIGNATURES, { tenantId, macs, since: from });
        return spent?.areFresh ?? false;
      },
      release: (tenantId, macs) => database.inTenant(tenantId, (tx) => releaseSignatures(tx, tenantId, macs)),
    },
    resolvers: [],
    tasks: {
      'forget-signatures': () => {
        const before = new Date(clock.now().getTime() - KEPT_MS);
        return database.asPlatform((tx) => forgetSignatures(tx, before));
      },
    },
    schedule: [{ task: 'forget-signatures', match: '41 3 * * *' }],
  };
}
