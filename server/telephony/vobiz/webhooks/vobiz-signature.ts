import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { assertNever } from '../../../../shared/assert-never.ts';
import type { Secret } from '../../../infra/secrets.ts';
import type { SignaturePolicy } from '../../../tenants/tenant.entity.ts';

/** What a webhook's signatures prove. */
type Verdict =
  | { kind: 'unsigned' }
  /** With every nonce that a signature vouches for: none of them may be used again, in whichever header. */
  | { kind: 'valid'; nonces: string[] }
  /** Wrong, or no signature at all by its form. */
  | { kind: 'invalid' }
  /** Well-formed, but no token is known here to check it with. */
  | { kind: 'unverifiable' };

type Version = 'v3' | 'v2';
/** One header's signatures, with the nonce that goes with them. */
type Signed = { version: Version; signatures: string[]; nonce: string };

/** MA: signed with the parent account's token, over the same nonces (docs.vobiz.ai, "Validating requests"). */
const HEADERS: readonly { header: string; version: Version }[] = [
  { header: 'x-vobiz-signature-v3', version: 'v3' },
  { header: 'x-vobiz-signature-ma-v3', version: 'v3' },
  { header: 'x-vobiz-signature-v2', version: 'v2' },
  { header: 'x-vobiz-signature-ma-v2', version: 'v2' },
];

/** Whether a webhook claims to be signed: its tokens are needed then. */
export const isSigned = (headers: IncomingHttpHeaders): boolean =>
  HEADERS.some(({ header }) => headers[header] !== undefined);

/** The headers that sign a webhook: of all of them, the only ones that may be kept. */
export function signaturesOf(headers: IncomingHttpHeaders): Record<string, string> {
  const names = HEADERS.flatMap(({ header, version }) => [header, nonceHeader(version)]);
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );
}

const nonceHeader = (version: Version) => `x-vobiz-signature-${version}-nonce`;

/**
 * Judges a webhook's signatures. One good one is enough, since sub-account and parent sign with different tokens.
 * @param base the webhook's address as Vobiz called it, without its query
 * @param tokens every account's that may call this tenant
 */
export function verify(headers: IncomingHttpHeaders, base: string, tokens: readonly Secret[]): Verdict {
  if (!isSigned(headers)) return { kind: 'unsigned' };
  // With an empty token, a stranger could sign.
  const known = tokens.filter((token) => token.reveal() !== '');
  const signed = HEADERS.flatMap(({ header, version }) => read(headers, header, version) ?? []);
  const genuine = signed.filter((claim) => isGenuine(claim, base, known));
  if (genuine.length > 0) return { kind: 'valid', nonces: [...new Set(genuine.map(({ nonce }) => nonce))] };
  const couldBeGenuine = known.length === 0 && signed.every(isWellFormed);
  return { kind: couldBeGenuine ? 'unverifiable' : 'invalid' };
}

/** Whether a tenant takes such a webhook. */
export function admits(policy: SignaturePolicy, { kind }: Verdict): boolean {
  switch (policy) {
    case 'REQUIRE_SIGNED':
      return kind === 'valid';
    case 'ACCEPT_UNSIGNED':
      return kind !== 'invalid';
    default:
      return assertNever(policy);
  }
}

function read(headers: IncomingHttpHeaders, header: string, version: Version): Signed | undefined {
  const value = headers[header];
  if (value === undefined) return undefined;
  const signatures = String(value)
    .split(',')
    .map((signature) => signature.trim());
  return { version, signatures, nonce: String(headers[nonceHeader(version)] ?? '') };
}

/** A nonce is stored, so it can't be just anything. */
const hasNonce = ({ nonce }: Signed) => /^[\x20-\x7e]{1,200}$/.test(nonce);

/** Base64 of 32 bytes, which is what HMAC-SHA256 gives. */
const hasForm = (signature: string) => /^[A-Za-z0-9+/]{43}=$/.test(signature);

const isWellFormed = (claim: Signed) => hasNonce(claim) && claim.signatures.every(hasForm);

function isGenuine(claim: Signed, base: string, tokens: readonly Secret[]): boolean {
  if (!hasNonce(claim)) return false;
  const message = claim.version === 'v3' ? `${base}.${claim.nonce}` : `${base}${claim.nonce}`;
  const given = claim.signatures.filter(hasForm).map((signature) => Buffer.from(signature, 'base64'));
  return tokens.some((token) => {
    const expected = createHmac('sha256', token.reveal()).update(message).digest();
    return given.some((signature) => timingSafeEqual(signature, expected));
  });
}
