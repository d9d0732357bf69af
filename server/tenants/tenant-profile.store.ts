import { sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { OpeningHours } from './opening-hours/opening-hours.ts';
import type { OutsideHours, Voice } from './personas/persona.entity.ts';
import type { SignaturePolicy, TenantStatus, WebhookAccess } from './tenant.entity.ts';
import { listWebhookKeys, type StoredWebhookKey } from './webhook-keys/webhook-key.store.ts';
import type { WebhookKey } from './webhook-keys/webhook-key.ts';

/** What answering a call takes, without asking the database each time. */
export type TenantProfile = {
  id: TenantId;
  slug: string;
  name: string;
  status: TenantStatus;
  timeZone: string;
  signaturePolicy: SignaturePolicy;
  webhookAccess: WebhookAccess;
  /** Those that are answered. */
  webhookKeys: readonly WebhookKey[];
  /** Of unverified calls. */
  bounds: { newCallsAMinute: number; callsAtOnce: number; modelTurnsADay: number };
  /** What callers are told before their call is recorded; undefined: calls aren't. */
  recordingNotice?: string | undefined;
  /** Numbers that were given up: a call that still comes for one is told so. */
  retiredNumbers: readonly string[];
  /** The business's other numbers, whose calls are forwarded to one of these. */
  forwarding: readonly E164[];
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
    voice: Voice;
    /** BCP 47; null where the voice speaks `language`. */
    voiceLanguage: string | null;
  };
};

/** A tenant by its slug, also one that is suspended or being erased, whose calls are refused. */
export async function readProfile(
  tx: Tx,
  slug: string,
): Promise<(Omit<TenantProfile, 'webhookKeys'> & { webhookKeys: StoredWebhookKey[] }) | undefined> {
  const row = await tx.db
    .selectFrom('tenants as t')
    .innerJoin('personaVersions as p', (on) =>
      on.onRef('p.tenantId', '=', 't.id').onRef('p.version', '=', 't.personaVersion'),
    )
    .select(['t.id', 't.slug', 't.name', 't.status', 't.timeZone', 't.signaturePolicy', 't.webhookAccess'])
    .select(['t.newCallsAMinute', 't.callsAtOnce', 't.modelTurnsADay'])
    .select((eb) => [
      eb
        .case()
        .when('t.recordCalls', '=', true)
        .then(eb.ref('t.recordingNotice'))
        .end()
        .as('recordingNotice'),
      sql<E164[]>`array${eb
        .selectFrom('phoneNumbers as n')
        .select('n.e164')
        .whereRef('n.tenantId', '=', 't.id')
        .groupBy('n.e164')
        .having((of) =>
          of.fn.agg<boolean>('bool_and', [of('n.status', 'in', ['RELEASING', 'RELEASED'])]),
        )}`.as('retiredNumbers'),
      sql<E164[]>`array${eb
        .selectFrom('phoneNumbers as f')
        .select('f.forwardedFrom')
        .distinct()
        .whereRef('f.tenantId', '=', 't.id')
        .where('f.forwardedFrom', 'is not', null)}`.as('forwarding'),
    ])
    .select(['p.version', 'p.agentName', 'p.greeting', 'p.instructions', 'p.facts', 'p.language'])
    .select(['p.noSpeechMessage', 'p.hours', 'p.outsideHours', 'p.closedGreeting'])
    .select(['p.voice', 'p.voiceLanguage'])
    .where('t.slug', '=', slug)
    .executeTakeFirst();
  if (!row) return undefined;
  const { id, name, status, timeZone, signaturePolicy, webhookAccess, ...others } = row;
  const { retiredNumbers, forwarding, newCallsAMinute, callsAtOnce, modelTurnsADay, ...rest } = others;
  const { slug: ownSlug, recordingNotice, ...persona } = rest;
  const webhookKeys = await listWebhookKeys(tx, id);
  const door = { signaturePolicy, webhookAccess, webhookKeys };
  const bounds = { newCallsAMinute, callsAtOnce, modelTurnsADay };
  const tenant = { id, slug: ownSlug, name, status, timeZone, ...door, bounds, retiredNumbers, forwarding };
  return { ...tenant, recordingNotice: recordingNotice ?? undefined, persona };
}
