import { tenantFor, type Viewer } from '../auth/access.ts';
import { notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { ModelState } from '../language-model/model-health.ts';
import { checkSetup } from './checks.ts';
import { resembles } from './nearest-slug.ts';
import type { SetupCheck } from './setup-check.ts';
import { listNumbersInUse, listUnknownSlugs, readStored } from './setup-facts.store.ts';
import type { CarrierFacts, Reached, SetupFacts } from './setup-facts.ts';

/** What is looked up about a tenant in the database. */
type Stored = Omit<
  SetupFacts,
  'publicUrl' | 'reached' | 'model' | 'strangeSlug' | 'carrier' | 'hasNetworks' | 'now'
>;

export type SetupParts = {
  database: Database;
  publicUrl: () => string;
  /** Asks PUBLIC_URL from this machine. */
  reach: () => Promise<Reached>;
  model: () => ModelState;
  /** Asks the carrier about the accounts of a tenant's numbers, within seconds. Never throws for what it does wrong. */
  carrier: (tenantId: TenantId, options: { tellsBalance: boolean }) => Promise<CarrierFacts>;
  /** Whether VOBIZ_NETWORKS is set. */
  hasNetworks: boolean;
  clock: Clock;
};

/** Looks for what keeps a tenant's calls from being answered. */
export class SetupService {
  constructor(private readonly parts: SetupParts) {}

  /** @throws AppError NOT_FOUND, BAD_USER_INPUT where a super admin names no tenant */
  async checks(viewer: Viewer, tenantId: string | null | undefined): Promise<SetupCheck[]> {
    const id = tenantFor(viewer, tenantId);
    const stored = await this.#stored(id);
    const [strange, reached, carrier] = await Promise.all([
      this.parts.database.asPlatform(listUnknownSlugs),
      this.parts.reach(),
      this.parts.carrier(id, { tellsBalance: viewer.role === 'SUPER_ADMIN' }),
    ]);
    const slug = strange.find((each) => resembles(each.slug, stored.tenant.slug));
    return checkSetup({
      ...stored,
      publicUrl: this.parts.publicUrl(),
      reached,
      model: this.parts.model(),
      strangeSlug: slug,
      carrier,
      hasNetworks: this.parts.hasNetworks,
      now: this.parts.clock.now(),
    });
  }

  async #stored(tenantId: TenantId): Promise<Stored> {
    const { database, clock } = this.parts;
    return database.inTenant(tenantId, async (tx) => {
      const asked = clock.now().getTime();
      const row = await readStored(tx, tenantId);
      if (!row) throw notFound('tenant');
      const { slug, webhookAccess, signaturePolicy } = row;
      const numbers = await listNumbersInUse(tx, tenantId);
      return {
        tenant: { slug, isSuspended: row.status === 'SUSPENDED' },
        ...{ webhookAccess, signaturePolicy },
        answeredAt: row.answeredAt ?? undefined,
        inputAt: row.inputAt ?? undefined,
        hungUpAt: row.hungUpAt ?? undefined,
        lostCalls: row.lostCalls ?? 0,
        badSignatureAt: row.badSignatureAt ?? undefined,
        wrongKeyAt: row.wrongKeyAt ?? undefined,
        wrongNetworkAt: row.wrongNetworkAt ?? undefined,
        unverifiedAt: row.unverifiedAt ?? undefined,
        verifiedAt: row.verifiedAt ?? undefined,
        signedAt: row.signedAt ?? undefined,
        flood: row.floodAmount && row.floodAt ? { amount: row.floodAmount, at: row.floodAt } : undefined,
        modelTurns: { today: row.modelTurnsToday ?? 0, most: row.modelTurnsADay },
        refusedRecordings:
          row.refusedRecordings && row.recordingRefusal
            ? { amount: row.refusedRecordings, reason: row.recordingRefusal }
            : undefined,
        numbers,
        clockSkewMs: row.databaseNow.getTime() - asked,
      };
    });
  }
}
