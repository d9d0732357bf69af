import { type Context, reachOf, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import type { CallIdentity } from '../calls/call-event.ts';
import { hangingUp } from '../calls/call-reply.ts';
import { callerOf } from '../calls/caller.ts';
import { phrasesIn } from '../calls/conversation/phrases.ts';
import { audible } from '../calls/speech/audible.ts';
import type { CallSandbox } from '../calls/test-calls/call-sandbox.ts';
import { notFound } from '../infra/app-error.ts';
import type { Database } from '../infra/database.ts';
import { isUuid, type UserId } from '../infra/ids.ts';
import type { TenantDirectory, TenantProfile } from '../tenants/tenant-directory.ts';
import type { RedactedField } from './redacted-fields.ts';
import type { ReadWebhook, WebhookCodec } from './webhook-codec.ts';
import { differencesOf } from './webhook-difference.ts';
import { findSlug, findWebhook, type LoggedExchange } from './webhook-list.store.ts';
import type { WebhookReason } from './webhook-note.ts';
import type { WebhookReplayType } from './webhook-replay.types.ts';

type ReplayParts = {
  database: Database;
  directory: Pick<TenantDirectory, 'bySlug'>;
  codec: WebhookCodec;
  sandbox: Pick<CallSandbox, 'reply'>;
};

type Event = Extract<ReadWebhook, { kind: 'event' }>;

/** Takes webhooks of the log once more, as if they came again at that time. But for the audit log, nothing is stored. */
export class WebhookReplayService {
  constructor(private readonly parts: ReplayParts) {}

  /** @throws AppError NOT_FOUND, RATE_LIMITED */
  async replay(id: string, context: Context): Promise<WebhookReplayType> {
    const viewer = viewerOf(context);
    const found = await this.#take(id, context);
    const { kept, tenant } = found;
    const read = this.parts.codec.read({
      webhook: kept.webhook,
      query: record(kept.query),
      body: kept.body && record(kept.body),
    });
    const { dialect } = read;
    if (!tenant) return cannot(kept.reason === 'WRONG_METHOD' ? 'WRONG_METHOD' : 'UNKNOWN_SLUG', dialect);
    if (kept.reason === 'WRONG_METHOD' || kept.reason === 'WRONG_ADDRESS')
      return cannot(kept.reason, dialect);
    if (read.kind === 'no id') return cannot('NO_CALL_ID', dialect);
    const answer = await this.#answer(viewer, read, tenant, kept);
    const isKeyed = tenant.webhookAccess === 'KEYED' || this.parts.codec.isKeyed(kept.xml);
    const { language, voiceLanguage } = tenant.persona;
    const spoken = audible(answer.reply, voiceLanguage ?? language);
    const xml = this.parts.codec.write(spoken, dialect, { ...tenant, isKeyed });
    const { status, later, milliseconds } = answer;
    return {
      cannot: null,
      ...{ dialect, status, xml, later, milliseconds },
      event: read.event,
      spoken: this.parts.codec.spoken(xml),
      differences: differencesOf(kept, { status, xml }, this.parts.codec),
    };
  }

  async #take(
    id: string,
    context: Context,
  ): Promise<{ kept: LoggedExchange; tenant: TenantProfile | undefined }> {
    const viewer = viewerOf(context);
    if (!isUuid(id)) throw notFound('webhook');
    const { kept, slug } = await this.parts.database.within(reachOf(viewer), async (tx) => {
      const webhook = await findWebhook(tx, id);
      if (!webhook) throw notFound('webhook');
      const { tenantId } = webhook;
      await audit(tx, context, {
        action: 'webhook.replay',
        tenantId,
        subject: webhook.webhook,
        detail: { id },
      });
      const named = tenantId === null ? undefined : await findSlug(tx, tenantId);
      return { kept: webhook, slug: named?.slug };
    });
    return { kept, tenant: slug === undefined ? undefined : await this.parts.directory.bySlug(slug) };
  }

  /** As the reception would have it, whoever knocked. */
  async #answer(
    viewer: { userId: UserId },
    { callId, event, direction, to, ...numbers }: Event,
    tenant: TenantProfile,
    { at, verified }: Pick<LoggedExchange, 'at' | 'verified'>,
  ) {
    if (tenant.status === 'SUSPENDED') {
      const reply = hangingUp(phrasesIn(tenant.persona.language).suspended);
      return { reply, status: 200, later: [], milliseconds: 0 };
    }
    const caller = callerOf({ direction, to, ...numbers }, tenant.forwarding);
    const known = { providerCallId: callId, direction, ...caller, to, verified };
    const call: CallIdentity = { tenant, ...known };
    return { ...(await this.parts.sandbox.reply(viewer, call, event, at)), status: 200 };
  }
}

const record = (fields: readonly RedactedField[]): Record<string, unknown> => Object.fromEntries(fields);

const cannot = (reason: WebhookReason, dialect: WebhookReplayType['dialect']): WebhookReplayType => ({
  cannot: reason,
  dialect,
  event: null,
  status: null,
  xml: null,
  spoken: [],
  later: [],
  milliseconds: 0,
  differences: [],
});
