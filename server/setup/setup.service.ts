import { tenantFor, type Viewer } from '../auth/access.ts';
import { notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import { at, type Database } from '../infra/database.ts';
import type { ModelState } from '../language-model/model-health.ts';
import { checkSetup } from './checks.ts';
import { resembles } from './nearest-slug.ts';
import type { SetupCheck } from './setup-check.ts';
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
      this.#strangeSlugs(),
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
    tenantId: string,
  ): Promise<Omit<SetupFacts, 'publicUrl' | 'reached' | 'model' | 'strangeSlug' | 'now'>> {
    const { database, clock } = this.parts;
    return database.inTenant(tenantId, async (tx) => {
      const asked = clock.now().getTime();
      const row = await tx.one<StoredRow>(STORED, [tenantId]);
      if (!row) throw notFound('tenant');
      const numbers = await tx.query<SetupFacts['numbers'][number]>(
        `select e164, status, demo, provisioning_issue as issue from phone_numbers
          where tenant_id = $1 and status in ('PROVISIONING', 'ACTIVE')`,
        [tenantId],
      );
      const time = (text: string | null) => (text === null ? undefined : at(text));
      return {
        tenant: { slug: row.slug, isSuspended: row.status === 'SUSPENDED' },
        answeredAt: time(row.answeredAt),
        inputAt: time(row.inputAt),
        hungUpAt: time(row.hungUpAt),
        lostCalls: row.lostCalls,
        badSignatureAt: time(row.badSignatureAt),
        numbers,
        clockSkewMs: at(row.databaseNow).getTime() - asked,
      };
    });
  }

  /** The latest webhooks for nobody, of the last week. */
  async #strangeSlugs(): Promise<{ slug: string; at: Date }[]> {
    const rows = await this.parts.database.asPlatform((tx) =>
      tx.query<{ slug: string; at: string }>(
        `select slug, at from unknown_slugs where at > now() - interval '7 days' order by at desc limit 100`,
      ),
    );
    return rows.map((row) => ({ slug: row.slug, at: at(row.at) }));
  }
}

type StoredRow = {
  slug: string;
  status: string;
  answeredAt: string | null;
  inputAt: string | null;
  hungUpAt: string | null;
  lostCalls: number;
  badSignatureAt: string | null;
  databaseNow: string;
};

/** Of a tenant's calls the newest are looked at, so that this costs the same for a busy one. */
const STORED = `
  with latest as (
    select * from calls where tenant_id = $1 order by started_at desc, id desc limit 500
  )
  select t.slug, t.status, clock_timestamp() as "databaseNow",
         (select max(started_at) from latest where greeted) as "answeredAt",
         (select max(last_heard_at) from latest where last_exchange > 0) as "inputAt",
         (select max(ended_at) from latest where status = 'COMPLETED') as "hungUpAt",
         (select count(*)::int from latest where status = 'LOST' and started_at > now() - interval '7 days') as "lostCalls",
         (select at from webhook_refusals where tenant_id = $1 and why = 'signature') as "badSignatureAt"
    from tenants t where t.id = $1`;
