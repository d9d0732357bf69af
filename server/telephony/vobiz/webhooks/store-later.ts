import { Flood } from '../../../calls/admission/flood.ts';
import { LessVerified } from '../../../calls/less-verified.ts';
import { ReplayedNonce } from '../../../calls/verbs/replayed-nonce.ts';
import { type AnswerWebhookParts, admittedTo, findTenant } from './answer-webhook.ts';
import { type Admitted, identityOf } from './call-identity.ts';
import type { SpooledWebhook } from './spooled-webhook.ts';
import { parseWebhook } from './vobiz-webhook.ts';
import type { Settled } from './webhook-spool.ts';

/**
 * Stores a webhook that waited on disk, as of the time when it came; it is judged now where it couldn't be then.
 * @throws while it can't be stored
 */
export async function storeLater(
  { at, admitted, ...request }: SpooledWebhook,
  parts: AnswerWebhookParts,
): Promise<Settled> {
  const webhook = parseWebhook(request, parts.forcedDialect);
  const tenant = await findTenant(request.slug, parts);
  if (!tenant || webhook.kind === 'no id') return 'refused';
  const known: Admitted | undefined = admitted
    ? { ...admitted, nonces: [] }
    : await admittedTo(tenant, request, parts);
  if (!known) return 'refused';
  // A call under way when its tenant was suspended still comes to its end.
  if (tenant.status !== 'ACTIVE' && webhook.event.kind !== 'hungUp') return 'refused';
  try {
    await parts.calls.takeLater(identityOf(webhook, tenant, known), webhook.event, at);
    return 'stored';
  } catch (error) {
    const isRefusal =
      error instanceof LessVerified || error instanceof ReplayedNonce || error instanceof Flood;
    if (isRefusal) return 'refused';
    throw error;
  }
}
