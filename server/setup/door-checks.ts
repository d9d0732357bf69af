import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Vobiz signs all calls of an account or none: a week without one tells. */
const LATELY_MS = 7 * DAY_MS;

const when = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/**
 * Whether refusals since then mean that Vobiz itself is refused. Strangers knock as well: where Vobiz was let in a day
 * before at most, it is probably them.
 */
const isVobizRefused = (refusedAt: Date, { verifiedAt }: SetupFacts): boolean =>
  verifiedAt === undefined || refusedAt.getTime() - verifiedAt.getTime() > DAY_MS;

/** "A proxy that doesn't say who asks makes everybody the proxy." */
export function networkCheck(facts: SetupFacts): SetupCheck {
  const title = 'Webhooks come from Vobiz’s networks';
  const { hasNetworks, wrongNetworkAt } = facts;
  if (!hasNetworks) return pass('NETWORKS', title, 'VOBIZ_NETWORKS is not set: they may come from anywhere.');
  if (!wrongNetworkAt || !isVobizRefused(wrongNetworkAt, facts)) {
    return pass('NETWORKS', title, 'Webhooks from elsewhere are refused; Vobiz’s come through.');
  }
  return trouble('FAIL', 'NETWORKS', title, {
    detail: `A webhook was refused at ${when(wrongNetworkAt)}: it did not come from VOBIZ_NETWORKS, and none has come from there since the day before.`,
    fix: 'Check that the reverse proxy sends X-Forwarded-For and is named in TRUST_PROXY, and that VOBIZ_NETWORKS holds the addresses that Vobiz calls from today.',
  });
}

/** Whoever knows a slug could invent calls. */
export function accessCheck(facts: SetupFacts): SetupCheck {
  const title = 'Only Vobiz can bring calls';
  const { webhookAccess, signaturePolicy, hasNetworks, wrongKeyAt } = facts;
  if (webhookAccess === 'KEYED') {
    if (!wrongKeyAt || !isVobizRefused(wrongKeyAt, facts)) {
      return pass('WEBHOOK_ACCESS', title, 'Addresses without this business’s key are refused.');
    }
    return trouble('FAIL', 'WEBHOOK_KEY_MISSING', title, {
      detail: `A webhook was refused at ${when(wrongKeyAt)}: its address did not carry this business’s key, and none has carried it since the day before.`,
      fix: 'Copy the answer, input and hangup addresses from Settings into Vobiz’s portal; the fallback address is the answer address.',
    });
  }
  if (hasNetworks) return pass('WEBHOOK_ACCESS', title, 'Webhooks from outside VOBIZ_NETWORKS are refused.');
  if (signaturePolicy === 'REQUIRE_SIGNED') {
    return pass('WEBHOOK_ACCESS', title, 'Webhooks without a signature are refused.');
  }
  return trouble('WARN', 'WEBHOOK_ACCESS_OPEN', title, {
    detail:
      'Whoever knows this business’s addresses can invent calls: they fill the call log and cost tokens of the language model.',
    fix: 'Put the addresses with the key into Vobiz’s portal, then let only those in.',
  });
}

/** A refusal that is older says nothing of the addresses that stand in the portal now. */
const isLately = (at: Date, now: Date): boolean => now.getTime() - at.getTime() <= DAY_MS;

/** A call that began with a signature or a key takes no webhook without either: where the portal has both kinds, it falls silent. */
export function wholeCallCheck({ unverifiedAt, publicUrl, tenant, now }: SetupFacts): SetupCheck {
  const title = 'Calls go on as they began, known to be Vobiz’s';
  if (!unverifiedAt || !isLately(unverifiedAt, now)) {
    return pass('WHOLE_CALLS', title, 'No webhook of a call under way was refused within a day.');
  }
  return trouble('WARN', 'WHOLE_CALLS', title, {
    detail: `A webhook was refused at ${when(unverifiedAt)}: its call began with a signature or this business’s key, and its own address had neither. A stranger may have sent it; or one of the addresses in Vobiz’s portal, most often the hangup address, lacks the key that the answer address has, or the credentials with which Vobiz signs.`,
    fix: `Copy the answer, input and hangup addresses with the key (${publicUrl}/api/vobiz/${tenant.slug}/hangup?k=…) from Settings into Vobiz’s portal, all of them.`,
  });
}

/** Requiring signatures where Vobiz sends none silences the business. */
export function signedCheck({ signaturePolicy, signedAt, now }: SetupFacts): SetupCheck {
  const title = 'Vobiz signs its webhooks, where that is required';
  if (signaturePolicy === 'ACCEPT_UNSIGNED') {
    return pass('SIGNED', title, 'It is not required.');
  }
  if (signedAt && now.getTime() - signedAt.getTime() <= LATELY_MS) {
    return pass('SIGNED', title, `The last signed one came at ${when(signedAt)}.`);
  }
  return trouble('FAIL', 'SIGNED', title, {
    detail:
      'Webhooks without a signature are refused, and no signed one has come for a week: callers are not answered. Vobiz signs only where credentials are set for the callback address, which most accounts have not.',
    fix: 'Accept unsigned webhooks again under Settings, and require the key in addresses instead; or set credentials for the callback addresses in Vobiz’s portal.',
  });
}
