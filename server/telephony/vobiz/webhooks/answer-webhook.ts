import { randomUUID } from 'node:crypto';
import { assertNever } from '../../../../shared/assert-never.ts';
import { Flood } from '../../../calls/admission/flood.ts';
import type { CallEvent, CallIdentity } from '../../../calls/call-event.ts';
import { type CallReply, goingOn, hangingUp } from '../../../calls/call-reply.ts';
import { phrasesIn } from '../../../calls/conversation/phrases.ts';
import { LessVerified } from '../../../calls/less-verified.ts';
import type { CallVerbs } from '../../../calls/verbs/call-verbs.ts';
import { TooSlow, within } from '../../../infra/async/time-limit.ts';
import { type Clock, systemClock } from '../../../infra/clock.ts';
import type { TenantId } from '../../../infra/ids.ts';
import type { Log } from '../../../infra/log.ts';
import type { TenantDirectory, TenantProfile } from '../../../tenants/tenant-directory.ts';
import { isKeyOf } from '../../../tenants/webhook-keys/webhook-key.ts';
import type { NotesWebhooks, WebhookReason } from '../../../webhook-log/webhook-note.ts';
import { keyIn, unprovenKey, withoutKey } from '../door/address-key.ts';
import {
  comesFromCarrier,
  type DoorParts,
  type Entry,
  type Knock,
  knock,
  spentVerdict,
} from '../door/door.ts';
import type { SpooledWebhook } from '../spool/spooled-webhook.ts';
import type { WebhookSpool } from '../spool/webhook-spool.ts';
import { inputAddress } from './addresses.ts';
import { apologyFor, awaitedAgain } from './apology.ts';
import { identityOf } from './call-identity.ts';
import type { Dialect } from './dialect.ts';
import { DEFAULT_LANGUAGE, surroundingsOf } from './surroundings.ts';
import { isSigned, signaturesOf } from './vobiz-signature.ts';
import { type Delivered, parseWebhook, type Webhook } from './vobiz-webhook.ts';
import { documentOf } from './vobiz-xml.ts';
import { noteOf } from './webhook-note.ts';

/** What answering Vobiz takes. */
export type AnswerWebhookParts = DoorParts & {
  forcedDialect: Dialect | 'auto';
  directory: Pick<TenantDirectory, 'bySlug'>;
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

/**
 * A rejected webhook: its address is no tenant's, or its sender isn't known to be Vobiz; `unverified`: in a call whose
 * first webhook was known.
 */
type Refusal =
  | { why: 'unknown slug' | 'network'; slug: string }
  | { why: 'signature' | 'key' | 'unverified'; tenantId: TenantId };

/** A webhook as HTTP brought it, addressed to a tenant. */
type Request = Delivered & Knock & { method: string; slug: string };

type Answer = { status: 200 | 400 | 403 | 404 | 500; xml: string };

/** What a webhook has come to, before it is a document. */
type Outcome = { status: Answer['status']; reply: CallReply; reason?: WebhookReason };

/** What is known of a webhook by the time when something fails. */
type Known = { tenant: TenantProfile | undefined; entry: Entry | undefined };

/** Room for a filler, which comes at 2.2 s, to be stored; still within the 2.5 s that nothing may take. */
const PATIENCE_MS = 2_450;

const UNVERIFIED = refused('UNVERIFIED');
const ELSEWHERE = refused('WRONG_NETWORK');
const NO_SUCH_CALL: Outcome = { status: 400, reply: hangingUp(), reason: 'NO_CALL_ID' };
const NOBODY: Outcome = { status: 404, ...notInService(DEFAULT_LANGUAGE), reason: 'UNKNOWN_SLUG' };

/** Takes one webhook from its tenant to its document. Never throws, and never keeps a caller waiting. */
export async function answerWebhook(request: Request, parts: AnswerWebhookParts): Promise<Answer> {
  const began = performance.now();
  const at = (parts.clock ?? systemClock).now();
  const webhook = parseWebhook(request, parts.forcedDialect);
  const known: Known = { tenant: undefined, entry: undefined };
  const work = outcomeOf(request, { webhook, at }, known, parts);
  const outcome = await within(parts.patienceMs ?? PATIENCE_MS, work).catch((error: unknown) =>
    failing(error, { request, webhook, known, at, began }, parts),
  );
  if (outcome.status === 500) void work.catch(() => undefined).then(() => release(known, parts));
  const { tenant, entry } = known;

  const key = entry ? keyOf(entry) : unprovenKey(request.query);
  const address = inputAddress(parts.publicUrl(), request.slug, key);
  const xml = documentOf(outcome.reply, webhook.dialect, surroundingsOf(tenant, address, parts));
  const milliseconds = performance.now() - began;
  note(request, webhook, outcome, milliseconds, parts.log);
  const { status, reason } = outcome;
  const kept = withoutKey(xml, key);
  const verified = entry?.admitted === true && entry.verified;
  parts.onAnswered?.(
    noteOf(request, webhook, {
      at,
      tenantId: tenant?.id,
      status,
      reason,
      milliseconds,
      xml: kept,
      verified,
    }),
  );
  return { status, xml };
}

/** @param known is filled in on the way, for the case that the rest fails */
async function outcomeOf(
  request: Request,
  { webhook, at }: { webhook: Webhook; at: Date },
  known: Known,
  parts: AnswerWebhookParts,
): Promise<Outcome> {
  const { slug } = request;
  if (!comesFromCarrier(parts, request)) return refuse(ELSEWHERE, { why: 'network', slug }, parts);
  const tenant = await findTenant(slug, parts);
  known.tenant = tenant;
  if (!tenant) return refuse(NOBODY, { why: 'unknown slug', slug }, parts);
  const entry = await knock(parts, tenant, request, { at, dialect: webhook.dialect });
  known.entry = entry;
  if (!entry.admitted) {
    const why = WHY[entry.reason];
    return refuse(refused(entry.reason), why && { why, tenantId: tenant.id }, parts);
  }
  if (webhook.kind === 'no id') return NO_SUCH_CALL;
  const call = identityOf(webhook, tenant, entry.verified);
  if (tenant.status === 'ACTIVE') return served(await dispatch(parts.calls, call, webhook.event));
  // A call under way when its tenant was suspended still comes to its end.
  if (webhook.event.kind === 'hungUp') await parts.calls.hangUp(call, webhook.event);
  const { reply } = notInService(tenant.persona.language);
  return { status: 200, reply: controlsNothing(webhook.event) ? goingOn() : reply, reason: 'SUSPENDED' };
}

/** What the doctor is told of who was sent away; replays are nothing that an admin could mend. */
const WHY = { WRONG_KEY: 'key', SIGNATURE: 'signature', REPLAYED_SIGNATURE: undefined } as const;

function refuse(outcome: Outcome, refusal: Refusal | undefined, { onRefused }: AnswerWebhookParts): Outcome {
  if (refusal) onRefused?.(refusal);
  return outcome;
}

function refused(reason: WebhookReason): Outcome {
  return { status: 403, reply: hangingUp(), reason };
}

const keyOf = (entry: Entry) => (entry.admitted ? entry.key : undefined);

/** Vobiz sends again what got 500, for all that is known with the signature that this one spent. */
async function release({ tenant, entry }: Known, { signatures, log }: AnswerWebhookParts): Promise<void> {
  if (!entry || !tenant || entry.macs.length === 0) return;
  await signatures
    .release(tenant.id, entry.macs)
    .catch((err: unknown) => log.warn({ err }, 'The signature of a webhook that failed stays spent'));
}

/** Spends what a webhook is signed with that isn't answered at all, as one by another method. */
export async function spendInVain(request: Request, parts: AnswerWebhookParts): Promise<void> {
  if (!isSigned(request.headers) || !comesFromCarrier(parts, request)) return;
  const tenant = await findTenant(request.slug, parts);
  if (tenant) await spentVerdict(parts, tenant, request);
}

/** Addresses are probed with anything; what can't be a slug isn't asked of the database, which may not take it. */
export async function findTenant(
  slug: string,
  { directory }: Pick<AnswerWebhookParts, 'directory'>,
): Promise<TenantProfile | undefined> {
  return /^[^\p{C}]{1,100}$/u.test(slug) ? directory.bySlug(slug) : undefined;
}

/** The log of webhooks tells calls that were turned away from those that were taken. */
function served(reply: CallReply): Outcome {
  const isBusy = reply.some(({ step }) => step === 'turnAway');
  return { status: 200, reply, ...(isBusy && { reason: 'BUSY' as const }) };
}

/** Vobiz sends again what isn't 200, and may not speak it: only a tenant that isn't there gets another status. */
function notInService(language: string): Pick<Outcome, 'reply'> {
  return { reply: hangingUp(phrasesIn(language).suspended) };
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
    case 'soundAwaited':
      return calls.awaitSound(call, event);
    case 'recorded':
      await calls.recorded(call);
      return goingOn();
    case 'recordingBegun':
      await calls.recordingBegan(call, event);
      return goingOn();
    case 'recordingEnded':
      await calls.recordingEnded(call, event);
      return goingOn();
    case 'hungUp':
      await calls.hangUp(call, event);
      return hangingUp();
    default:
      return assertNever(event);
  }
}

/** What Vobiz only reports, and no caller hears the answer to, is better delivered again where it can't be stored. */
const isReport = ({ kind }: CallEvent): boolean => ['hungUp', 'recorded', 'recordingEnded'].includes(kind);

/** What is reported while the call goes on with the document that it has; the answer, if any, is empty. */
const controlsNothing = ({ kind }: CallEvent): boolean =>
  ['recorded', 'recordingBegun', 'recordingEnded'].includes(kind);

/** What tells nothing that could be missed later. */
const isPassing = ({ kind }: CallEvent): boolean => kind === 'continued' || kind === 'soundAwaited';

/**
 * While the caller is on the line, our faults are spoken to them. What the webhook told is kept for later; only where
 * that fails as well, reports that nobody waits for are better delivered again by Vobiz.
 */
async function failing(
  err: unknown,
  {
    request,
    webhook,
    known,
    at,
    began,
  }: { request: Request; webhook: Webhook; known: Known; at: Date; began: number },
  parts: AnswerWebhookParts,
): Promise<Outcome> {
  const { log, spool } = parts;
  if (err instanceof LessVerified) {
    return refuse(UNVERIFIED, known.tenant && { why: 'unverified', tenantId: known.tenant.id }, parts);
  }
  if (webhook.kind === 'no id') return NO_SUCH_CALL;
  const { callId, event } = webhook;
  if (err instanceof Flood) {
    const saying = phrasesIn(known.tenant?.persona.language ?? DEFAULT_LANGUAGE).busy;
    const reply: CallReply = event.kind === 'hungUp' ? hangingUp() : [{ step: 'turnAway', saying }];
    return { status: 200, reply: controlsNothing(event) ? goingOn() : reply, reason: 'FLOOD' };
  }
  const { webhook: name, slug } = request;
  log.error({ err, errorId: randomUUID(), webhook: name, tenant: slug, callId }, 'A webhook failed');
  const isKept =
    isPassing(event) ||
    (mayCome(request, known, at) && ((await spool?.keep(spoolable(request, known, at))) ?? false));
  return {
    status: isReport(event) && !isKept ? 500 : 200,
    reply:
      (event.kind === 'soundAwaited' && (await awaitedAgain(event, performance.now() - began))) ||
      apologyFor(event, known.tenant?.persona),
    reason: err instanceof TooSlow ? 'TOO_SLOW' : 'FAULT',
  };
}

/** Whether a webhook can still turn out to be the carrier's, where its tenant takes none without a key. */
function mayCome({ query }: Request, { tenant }: Known, at: Date): boolean {
  if (tenant?.webhookAccess !== 'KEYED') return true;
  const given = keyIn(query);
  return given !== undefined && isKeyOf(tenant.webhookKeys, given, at);
}

function spoolable(
  { webhook, slug, path, query, body, headers }: Request,
  { entry }: Known,
  at: Date,
): SpooledWebhook {
  const admitted = entry?.admitted ? { verified: entry.verified } : null;
  return { at, webhook, slug, path, query, body, headers: signaturesOf(headers), admitted };
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
