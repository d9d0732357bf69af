import { createHmac } from 'node:crypto';

export type SignatureVersion = 'V2' | 'V3';

/** Vobiz's signature of a webhook (docs.vobiz.ai, "Validating requests"). `base` is the URL that Vobiz calls, without its query. */
export function sign(authToken: string, base: string, nonce: string, version: SignatureVersion): string {
  const signed = version === 'V3' ? `${base}.${nonce}` : `${base}${nonce}`;
  return createHmac('sha256', authToken).update(signed).digest('base64');
}

/** The headers that carry the signatures of one webhook, all over the same nonce. */
export function signatureHeaders(
  authToken: string,
  base: string,
  nonce: string,
  versions: readonly SignatureVersion[],
): Record<string, string> {
  return Object.fromEntries(
    versions.flatMap((version) => [
      [`X-Vobiz-Signature-${version}`, sign(authToken, base, nonce, version)],
      [`X-Vobiz-Signature-${version}-Nonce`, nonce],
    ]),
  );
}
