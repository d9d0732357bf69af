import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { OpeningHours } from './opening-hours/opening-hours.ts';
import type { OutsideHours } from './personas/persona.entity.ts';
import type { SignaturePolicy, TenantStatus } from './tenant.entity.ts';

/** What answering a call takes, without asking the database each time. */
export type TenantProfile = {
  id: string;
  slug: string;
  name: string;
  status: TenantStatus;
  timeZone: string;
  signaturePolicy: SignaturePolicy;
  /** What callers are told before their call is recorded; undefined: calls aren't. */
  recordingNotice?: string | undefined;
  /** Numbers that were given up: a call that still comes for one is told so. */
  retiredNumbers: readonly string[];
  persona: {
    version: number;
    agentName: string;
    greeting: string;
    instructions: string;
    facts: string;
    language: string;
    noSpeechMessage: string;
    hours: OpeningHours | null;
    outsideHours: OutsideHours;
    closedGreeting: string;
  };
};

const CHANNEL = 'tenant_changed';
/** Only matters while notifications are lost. */
const TTL_MS = 30_000;
/** Addresses of tenants that don't exist are probed; they must not fill the memory. */
const MOST_ENTRIES = 5_000;

type Entry = { profile: TenantProfile | undefined; until: number };

/** Tenants by slug, from memory: forgotten at once, in every instance, when one changes. */
export class TenantDirectory {
  readonly #entries = new Map<string, Entry>();
  /** Counts what was forgotten, so that a read that began before a change isn't kept after it. */
  #generation = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notifications: Notifications,
  ) {
    notifications.on(CHANNEL, () => this.forget());
    notifications.onReconnect(() => this.forget());
  }

  async bySlug(slug: string): Promise<TenantProfile | undefined> {
    const now = this.clock.now().getTime();
    const known = this.#entries.get(slug);
    if (known && known.until > now && this.notifications.isListening) return known.profile;
    const generation = this.#generation;
    const profile = await this.database.asPlatform((tx) => read(tx, slug));
    if (generation === this.#generation) {
      if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear();
      this.#entries.set(slug, { profile, until: now + TTL_MS });
    }
    return profile;
  }

  /** Here at once; elsewhere when `changed`'s transaction has committed. */
  forget(): void {
    this.#generation += 1;
    this.#entries.clear();
  }

  /** To be called in the transaction that changes a tenant or its persona. */
  static async changed(tx: Tx, tenantId: string): Promise<void> {
    await tx.notify(CHANNEL, tenantId);
  }
}

type RawProfile = Omit<TenantProfile, 'persona' | 'recordingNotice'> &
  TenantProfile['persona'] & { recordingNotice: string | null };

async function read(tx: Tx, slug: string): Promise<TenantProfile | undefined> {
  const row = await tx.one<RawProfile>(
    `select t.id, t.slug, t.name, t.status, t.time_zone as "timeZone", t.signature_policy as "signaturePolicy",
            case when t.record_calls then t.recording_notice end as "recordingNotice",
            array(select e164 from phone_numbers n where n.tenant_id = t.id group by e164
                   having bool_and(n.status in ('RELEASING', 'RELEASED'))) as "retiredNumbers",
            p.version, p.agent_name as "agentName", p.greeting, p.instructions, p.facts, p.language,
            p.no_speech_message as "noSpeechMessage", p.hours, p.outside_hours as "outsideHours",
            p.closed_greeting as "closedGreeting"
       from tenants t join persona_versions p on p.tenant_id = t.id and p.version = t.persona_version
      where t.slug = $1`,
    [slug],
  );
  if (!row) return undefined;
  const { id, name, status, timeZone, signaturePolicy, retiredNumbers, recordingNotice, ...rest } = row;
  const { slug: ownSlug, ...persona } = rest;
  const tenant = { id, slug: ownSlug, name, status, timeZone, signaturePolicy, retiredNumbers };
  return { ...tenant, recordingNotice: recordingNotice ?? undefined, persona };
}
