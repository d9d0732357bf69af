import { notFoundPublicly, OutboundFailed, OutboundRefused } from './outbound-error.ts';

/** The host that was asked, as its address said. */
type Called = { host: string; timeoutMs: number; isRedirected: boolean };

/** What undici, a socket or DNS failed with, in a sentence that a tenant may read; the cause is for our log. */
export function outboundFailure(error: unknown, called: Called): Error {
  if (error instanceof OutboundFailed) return error;
  if (error instanceof OutboundRefused) return called.isRedirected ? redirectsInward(called.host) : error;
  return new OutboundFailed(sentenceOf(error, called), { cause: error });
}

/** Says no more of where it led than that. */
export const redirectsInward = (host: string) =>
  new OutboundRefused(`${host} redirects to an address that can't be called.`);

function sentenceOf(error: unknown, { host, timeoutMs, isRedirected }: Called): string {
  const { name, code = '' } = error as Partial<NodeJS.ErrnoException>;
  if (name === 'TimeoutError' || name === 'ConnectTimeoutError') {
    return `${host} did not answer within ${Math.round(timeoutMs / 100) / 10} s.`;
  }
  if (UNKNOWN_NAME.has(code)) return isRedirected ? redirectsInward(host).message : notFoundPublicly(host);
  if (code === 'ECONNREFUSED') return `${host} refused the connection.`;
  if (UNTRUSTED.test(code)) return `${host} has a certificate that can't be trusted.`;
  return `The connection to ${host} broke.`;
}

const UNKNOWN_NAME = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'ESERVFAIL']);
/** https://nodejs.org/api/tls.html, "X509 certificate error codes". */
const UNTRUSTED = /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/u;
