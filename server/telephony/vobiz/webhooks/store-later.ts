import { Flood } from '../../../calls/admission/flood.ts';
import { LessVerified } from '../../../calls/less-verified.ts';
import { knock } from '../door/door.ts';
import type { SpooledWebhook } from '../spool/spooled-webhook.ts';
import type { Settled } from '../spool/webhook-spool.ts';
import { type AnswerWebhookParts, findTenant } from './answer-webhook.ts';
import { identityOf } from './call-identity.ts';
import { parseWebhook } from './vobiz-webhook.ts';

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
  // That it came from Vobiz's networks, where these are known, was seen when it came.
  const entry = admitted
    ? { admitted: true as const, ...admitted }
    : await knock(parts, tenant, { ...request, address: '' }, { at, isLate: true });
  if (!entry.admitted) return 'refused';
  // A call under way when its tenant was suspended still comes to its end.
  if (tenant.status !== 'ACTIVE' && webhook.event.kind !== 'hungUp') return 'refused';
  try {
    await parts.calls.takeLater(identityOf(webhook, tenant, entry.verified), webhook.event, at);
    return 'stored';
  } catch (error) {
    if (error instanceof LessVerified || error instanceof Flood) return 'refused';
    throw error;
  }
}
