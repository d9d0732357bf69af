import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { assertNever } from '../../../../shared/assert-never.ts';
import { Flood } from '../../../calls/admission/flood.ts';
import type { CallEvent, CallIdentity } from '../../../calls/call-event.ts';
import { type CallReply, hangingUp } from '../../../calls/call-reply.ts';
import { phrasesIn } from '../../../calls/conversation/phrases.ts';
import { LessVerified } from '../../../calls/less-verified.ts';
import type { CallVerbs } from '../../../calls/verbs/call-verbs.ts';
import { ReplayedNonce } from '../../../calls/verbs/replayed-nonce.ts';
import { TooSlow, within } from '../../../infra/async/time-limit.ts';
import { type Clock, systemClock } from '../../../infra/clock.ts';
import type { TenantId } from '../../../infra/ids.ts';
import type { Log } from '../../../infra/log.ts';
import type { Secret } from '../../../infra/secrets.ts';
import type { TenantDirectory, TenantProfile } from '../../../tenants/tenant-directory.ts';
import type { NotesWebhooks, WebhookReason } from '../../../webhook-log/webhook-note.ts';
import { apologyFor } from './apology.ts';

import { type Admitted, identityOf } from './call-identity.ts';
import type { Dialect } from './dialect.ts';
import type { SpooledWebhook } from './spooled-webhook.ts';
import { admits, isSigned, signaturesOf, verify } from './vobiz-signature.ts';
import { type Delivered, parseWebhook, type Webhook } from './vobiz-webhook.ts';
import { inputUrl, render } from './vobiz-xml.ts';
import { noteOf } from './webhook-note.ts';
import type { WebhookSpool } from './webhook-spool.ts';

/** What answering Vobiz takes. */
export type AnswerWebhookParts = {
  /** PUBLIC_URL, without a trailing slash. */
  publicUrl: () => string;
  forcedDialect: Dialect | 'auto';
  directory: Pick<TenantDirectory, 'bySlug'>;
  /** The tokens with which this tenant's webhooks may be signed. */
  tokensOf: (tenant: TenantProfile) => Promise<Secret[]>;
  calls: CallVerbs;
  /** Whether what callers say in languages that Vobiz doesn't know can be transcribed. */
  transcribes?: boolean;
  log: Log;
  /** Told of rejected webhooks, for the admin who looks for the reason. */
  onRefused?: (refusal: Refusal) => void;
  /** Told of every webhook once it has its document. */
  onAnswered?: NotesWebhooks;
  /** Where what couldn't be stored waits; undefined: Vobiz is asked to deliver it again. */
  spool?: Pick<WebhookSpool, 'keep'>;
  clock?: Clock;
  /** Past this, a caller gets an apology instead of what would have come. Vobiz gives up at 3 s. */
  patienceMs?: number;
};

/** A rejected webhook: its address is no tenant's, or its signature isn't one of the tenant's. */
type Refusal = { why: 'unknown slug'; slug: string } | { why: 'signature'; tenantId: TenantId };

/** A webhook as HTTP brought it, addressed to a tenant. */
type Request = Delivered & {
  method: string;
  slug: string;
  /** As it was called, percent-encoding and all, without the query. */
  path: string;
  headers: IncomingHttpHeaders;
};

type Answer = { status: 200 | 400 | 403 | 404 | 500; xml: string };

/** What a webhook has come to, before it is a document. */
type Outcome = { status: Answer['status']; reply: CallReply; reason?: WebhookReason };

/** What is known of a webhook by the time when something fails. */
type Known = { tenant: TenantProfile | undefined; admitted: Admitted | undefined };

/** Room for a filler, which comes at 2.2 s, to be stored; still within the 2.5 s that nothing may take. */
const PATIENCE_MS = 2_450;
/** Documents for a tenant that isn't known speak as the setup guide's sample does. */
const DEFAULT_LANGUAGE = 'en-IN';

const UNSIGNED: Outcome = { status: 403, reply: hangingUp(), reason: 'SIGNATURE' };
const REPLAYED: Outcome = { status: 403, reply: hangingUp(), reason: 'REPLAYED_NONCE' };
const UNVERIFIED: Outcome = { status: 403, reply: hangingUp(), reason: 'UNVERIFIED' };
const NO_SUCH_CALL: Outcome = { status: 400, reply: hangingUp(), reason: 'NO_CALL_ID' };
const NOBODY: Outcome = { ...notInService(DEFAULT_LANGUAGE), reason: 'UNKNOWN_SLUG' };

/** Takes one webhook from its tenant to its document. Never throws, and never keeps a caller waiting. */
export async function answerWebhook(request: Request, parts: AnswerWebhookParts): Promise<Answer> {
  const began = performance.now();
  const at = (parts.clock ?? systemClock).now();
  const webhook = parseWebhook(request, parts.forcedDialect);
  const known: Known = { tenant: undefined, admitted: undefined };
  const outcome = await within(
    parts.patienceMs ?? PATIENCE_MS,
    outcomeOf(request, webhook, known, parts),
  ).catch((error: unknown) => failing(error, { request, webhook, known, at }, parts));
  const { tenant } = known;

  const xml = render(outcome.reply, webhook.dialect, {
    inputUrl: inputUrl(parts.publicUrl(), request.slug),
    language: tenant?.persona.language ?? DEFAULT_LANGUAGE,
    transcribes: parts.transcribes,
  });
  const milliseconds = performance.now() - began;
  note(request, webhook, outcome, milliseconds, parts.log);
  const { status, reason } = outcome;
  const verified = known.admitted?.verified ?? false;
  parts.onAnswered?.(
    noteOf(request, webhook, { at, tenantId: tenant?.id, status, reason, milliseconds, xml, verified }),
  );
  return { status, xml };
}

/** @param known is filled in on the way, for the case that the rest fails */
async function outcomeOf(
  request: Request,
  webhook: Webhook,
  known: Known,
  parts: AnswerWebhookParts,
): Promise<Outcome> {
  const tenant = await findTenant(request.slug, parts);
  known.tenant = tenant;
  if (!tenant) {
    parts.onRefused?.({ why: 'unknown slug', slug: request.slug });
    return NOBODY;
  }
  const admitted = await admittedTo(tenant, request, parts);
  known.admitted = admitted;
  if (!admitted) {
    parts.onRefused?.({ why: 'signature', tenantId: tenant.id });
    return UNSIGNED;
  }
  if (webhook.kind === 'no id') return NO_SUCH_CALL;
  const call = identityOf(webhook, tenant, admitted);
  if (tenant.status === 'ACTIVE') return served(await dispatch(parts.calls, call, webhook.event));
  // A call under way when its tenant was suspended still comes to its end.
  if (webhook.event.kind === 'hungUp') await parts.calls.hangUp(call, webhook.event);
  return { ...notInService(tenant.persona.language), reason: 'SUSPENDED' };
}

/** Addresses are probed with anything; what can't be a slug isn't asked of the database, which may not take it. */
export async function findTenant(
  slug: string,
  { directory }: Pick<AnswerWebhookParts, 'directory'>,
): Promise<TenantProfile | undefined> {
  return /^[^\p{C}]{1,100}$/u.test(slug) ? directory.bySlug(slug) : undefined;
}

/** How a tenant knows a webhook; undefined where it takes none of that kind. */
export async function admittedTo(
  tenant: TenantProfile,
  { headers, path }: Pick<Request, 'headers' | 'path'>,
  { publicUrl, tokensOf }: Pick<AnswerWebhookParts, 'publicUrl' | 'tokensOf'>,
): Promise<Admitted | undefined> {
  const tokens = isSigned(headers) ? await tokensOf(tenant) : [];
  const verdict = verify(headers, publicUrl() + path, tokens);
  if (!admits(tenant.signaturePolicy, verdict)) return undefined;
  return verdict.kind === 'valid'
    ? { verified: true, nonces: verdict.nonces }
    : { verified: false, nonces: [] };
}

/** The log of webhooks tells calls that were turned away from those that were taken. */
function served(reply: CallReply): Outcome {
  const isBusy = reply.some(({ step }) => step === 'turnAway');
  return { status: 200, reply, ...(isBusy && { reason: 'BUSY' as const }) };
}

function notInService(language: string): Outcome {
  return { status: 404, reply: hangingUp(phrasesIn(language).suspended) };
}

async function dispatch(calls: CallVerbs, call: CallIdentity, event: CallEvent): Promise<CallReply> {
  switch (event.kind) {
    case 'answered':
      return calls.answer(call);
    case 'spoke':
    case 'pressed':
    case 'stayedSilent':
    case 'spokeOnRecording':
      return calls.input(call, event);
    case 'continued':
      return calls.continue(call, event);
    case 'recorded':
      return calls.recorded(call);
    case 'hungUp':
      await calls.hangUp(call, event);
      return hangingUp();
    default:
      return assertNever(event);
  }
}

/**
 * While the caller is on the line, our faults are spoken to them. What the webhook told is kept for later; only where
 * that fails as well, reports that nobody waits for are better delivered again by Vobiz.
 */
async function failing(
  err: unknown,
  { request, webhook, known, at }: { request: Request; webhook: Webhook; known: Known; at: Date },
  { log, spool }: AnswerWebhookParts,
): Promise<Outcome> {
  if (err instanceof ReplayedNonce) return REPLAYED;
  if (err instanceof LessVerified) return UNVERIFIED;
  if (webhook.kind === 'no id') return NO_SUCH_CALL;
  const { callId, event } = webhook;
  if (err instanceof Flood) {
    const saying = phrasesIn(known.tenant?.persona.language ?? DEFAULT_LANGUAGE).busy;
    const reply: CallReply = event.kind === 'hungUp' ? hangingUp() : [{ step: 'turnAway', saying }];
    return { status: 200, reply, reason: 'FLOOD' };
  }
  const { webhook: name, slug } = request;
  log.error({ err, errorId: randomUUID(), webhook: name, tenant: slug, callId }, 'A webhook failed');
  const isKept = event.kind === 'continued' || ((await spool?.keep(spoolable(request, known, at))) ?? false);
  const isReport = event.kind === 'hungUp' || event.kind === 'recorded';
  return {
    status: isReport && !isKept ? 500 : 200,
    reply: apologyFor(event, known.tenant?.persona),
    reason: err instanceof TooSlow ? 'TOO_SLOW' : 'FAULT',
  };
}

function spoolable(
  { webhook, slug, path, query, body, headers }: Request,
  { admitted }: Known,
  at: Date,
): SpooledWebhook {
  const known = admitted ? { verified: admitted.verified } : null;
  return { at, webhook, slug, path, query, body, headers: signaturesOf(headers), admitted: known };
}

/** One line a webhook, for the operator. Numbers are masked by the log; what a caller said is never in it. */
function note(request: Request, webhook: Webhook, { status }: Outcome, ms: number, log: Log): void {
  const call =
    webhook.kind === 'event'
      ? { callId: webhook.callId, event: webhook.event.kind, from: webhook.from, to: webhook.to }
      : {};
  const what = { webhook: request.webhook, tenant: request.slug.slice(0, 100), dialect: webhook.dialect };
  log.info({ ...what, ...call, ms: Math.round(ms * 10) / 10, status }, 'Webhook');
}
