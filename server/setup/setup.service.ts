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
import type { Reached, SetupFacts } from './setup-facts.ts';

export type SetupParts = {
  database: Database;
  publicUrl: () => string;
  /** Asks PUBLIC_URL from this machine. */
  reach: () => Promise<Reached>;
  model: () => ModelState;
  clock: Clock;
};

/** Looks for what keeps a tenant's calls from being answered. */
export class SetupService {
  constructor(private readonly parts: SetupParts) {}

  /** @throws AppError NOT_FOUND, BAD_USER_INPUT where a super admin names no tenant */
  async checks(viewer: Viewer, tenantId: string | null | undefined): Promise<SetupCheck[]> {
    const id = tenantFor(viewer, tenantId);
    const [stored, strange, reached] = await Promise.all([
      this.#stored(id),
      this.parts.database.asPlatform(listUnknownSlugs),
      this.parts.reach(),
    ]);
    const slug = strange.find((each) => resembles(each.slug, stored.tenant.slug));
    return checkSetup({
      ...stored,
      publicUrl: this.parts.publicUrl(),
      reached,
      model: this.parts.model(),
      strangeSlug: slug,
      now: this.parts.clock.now(),
    });
  }

  async #stored(
    tenantId: TenantId,
  ): Promise<Omit<SetupFacts, 'publicUrl' | 'reached' | 'model' | 'strangeSlug' | 'now'>> {
    const { database, clock } = this.parts;
    return database.inTenant(tenantId, async (tx) => {
      const asked = clock.now().getTime();
      const row = await readStored(tx, tenantId);
      if (!row) throw notFound('tenant');
      const numbers = await listNumbersInUse(tx, tenantId);
      return {
        tenant: { slug: row.slug, isSuspended: row.status === 'SUSPENDED' },
        answeredAt: row.answeredAt ?? undefined,
        inputAt: row.inputAt ?? undefined,
        hungUpAt: row.hungUpAt ?? undefined,
        lostCalls: row.lostCalls ?? 0,
        badSignatureAt: row.badSignatureAt ?? undefined,
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
