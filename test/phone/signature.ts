import { createHmac } from 'node:crypto';

export type SignatureVersion = 'V2' | 'V3';

/** Vobiz's signature of a webhook (docs.vobiz.ai, "Validating requests"). `base` is the URL that Vobiz calls, without its query. */
export function sign(authToken: string, base: string, nonce: string, version: SignatureVersion): string {
  const signed = version === 'V3' ? `${base}.${nonce}` : `${base}${nonce}`;
  return createHmac('sha256', authToken).update(signed).digest('base64');
}

/**
 * The headers that carry the signatures of one webhook, all over the same nonce. With several tokens a header holds
 * several signatures, with commas between. @param account `MA-` for those of the parent account
 */
export function signatureHeaders(
  authTokens: readonly string[],
  base: string,
  nonce: string,
  versions: readonly SignatureVersion[],
  account: '' | 'MA-' = '',
): Record<string, string> {
  return Object.fromEntries(
    versions.flatMap((version) => [
      [
        `X-Vobiz-Signature-${account}${version}`,
        authTokens.map((token) => sign(token, base, nonce, version)).join(', '),
      ],
      [`X-Vobiz-Signature-${version}-Nonce`, nonce],
    ]),
  );
}
