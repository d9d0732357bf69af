import type { IncomingHttpHeaders } from 'node:http';
import type { WithinNetworks } from '../../../infra/networks.ts';
import { Secret } from '../../../infra/secrets.ts';
import type { TenantProfile } from '../../../tenants/tenant-directory.ts';
import { currentKey, isKeyOf } from '../../../tenants/webhook-keys/webhook-key.ts';
import type { Dialect } from '../webhooks/dialect.ts';
import { admits, isSigned, type Verdict, verify } from '../webhooks/vobiz-signature.ts';
import { keyIn } from './address-key.ts';
import type { SpendsSignatures } from './spent-signatures.ts';

/** What tells Vobiz from others. */
export type DoorParts = {
  /** PUBLIC_URL, without a trailing slash. */
  publicUrl: () => string;
  /** Whether an address is in VOBIZ_NETWORKS; undefined: they aren't known. */
  isOfCarrier?: WithinNetworks | undefined;
  /** The tokens with which this tenant's webhooks may be signed. */
  tokensOf: (tenant: TenantProfile) => Promise<Secret[]>;
  signatures: SpendsSignatures;
};

/** A webhook, as far as it tells who knocks. */
export type Knock = {
  /** As it was called, percent-encoding and all, without the query. */
  path: string;
  query: unknown;
  headers: IncomingHttpHeaders;
  /** Where it came from, as far as trusted proxies say. */
  address: string;
};

/** Who knocked. `macs`: what signatures were spent. */
export type Entry =
  | { admitted: false; reason: 'WRONG_KEY' | 'SIGNATURE' | 'REPLAYED_SIGNATURE'; macs: readonly Buffer[] }
  | {
      admitted: true;
      /** Whether this is known to be the carrier. */
      verified: boolean;
      /** What the addresses of our reply carry. */
      key: Secret | undefined;
      macs: readonly Buffer[];
    };

/**
 * When a webhook came; `isLate`: it has waited since, and may have spent its signature then. `dialect`: in which it is
 * answered, if it is.
 */
type Came = { at: Date; isLate?: boolean; dialect?: Dialect };

/** Whether a webhook comes from where Vobiz's do: asked first, so that strangers cost nothing more. */
export const comesFromCarrier = ({ isOfCarrier }: DoorParts, { address }: Knock): boolean =>
  isOfCarrier?.(address) ?? true;

/**
 * Who knocks at a tenant's door. A good signature is spent first, whatever becomes of the webhook; one without costs
 * no statement.
 */
export async function knock(
  parts: DoorParts,
  tenant: TenantProfile,
  webhook: Knock,
  { at, isLate = false, dialect }: Came,
): Promise<Entry> {
  const verdict = await spentVerdict(parts, tenant, webhook, isLate ? at : undefined);
  if (verdict === 'replayed') return { admitted: false, reason: 'REPLAYED_SIGNATURE', macs: [] };
  const macs = verdict.kind === 'valid' ? verdict.macs : [];
  const given = keyIn(webhook.query);
  const isKeyed = given !== undefined && isKeyOf(tenant.webhookKeys, given, at);
  if (tenant.webhookAccess === 'KEYED' && !isKeyed) return { admitted: false, reason: 'WRONG_KEY', macs };
  if (!admits(tenant.signaturePolicy, verdict)) return { admitted: false, reason: 'SIGNATURE', macs };
  // Vobiz signs only what goes to addresses with credentials: those of our documents may come unsigned.
  const lendsKey =
    verdict.kind === 'valid' && tenant.signaturePolicy === 'ACCEPT_UNSIGNED' && dialect === 'vobizxml';
  const current = currentKey(tenant.webhookKeys);
  return {
    admitted: true,
    verified: verdict.kind === 'valid' || isKeyed || parts.isOfCarrier !== undefined,
    // A call that began with a key goes on with one, and with the new one where it was replaced meanwhile.
    key: isKeyed ? (current ?? new Secret(given)) : lendsKey ? current : undefined,
    macs,
  };
}

/**
 * What a webhook's signatures prove; from now on they prove nothing more.
 * @param since signatures that were spent no earlier than then were so by this webhook
 */
export async function spentVerdict(
  { publicUrl, tokensOf, signatures }: DoorParts,
  tenant: TenantProfile,
  { headers, path }: Knock,
  since?: Date,
): Promise<Verdict | 'replayed'> {
  if (!isSigned(headers)) return { kind: 'unsigned' };
  const verdict = verify(headers, publicUrl() + path, await tokensOf(tenant));
  const isReplay = verdict.kind === 'valid' && !(await signatures.spend(tenant.id, verdict.macs, since));
  return isReplay ? 'replayed' : verdict;
}
