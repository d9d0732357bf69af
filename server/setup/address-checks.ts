import { pass, type SetupCheck, trouble } from './setup-check.ts';
import type { SetupFacts } from './setup-facts.ts';

const LOCAL = /^(localhost|.*\.local|.*\.localhost|\[::1\]|127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/;
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.)/;
const TUNNEL = /(\.ngrok(-free)?\.(app|dev|io)|\.trycloudflare\.com|\.loca\.lt)$/;

/** "Works locally but not live": Vobiz calls PUBLIC_URL from outside. */
export function addressCheck({ publicUrl }: SetupFacts): SetupCheck {
  const title = 'PUBLIC_URL is an address that Vobiz can call';
  const { hostname, protocol } = new URL(publicUrl);
  if (LOCAL.test(hostname) || PRIVATE.test(hostname)) {
    return trouble('FAIL', 'PUBLIC_URL_LOCAL', title, {
      detail: `PUBLIC_URL is ${publicUrl}, which only this machine or network reaches. It works here and not live: Vobiz calls from outside.`,
      fix: 'Put KaiVox behind a public HTTPS address and start it with PUBLIC_URL set to that, or start it with --tunnel.',
    });
  }
  if (protocol !== 'https:') {
    return trouble('FAIL', 'PUBLIC_URL_NOT_HTTPS', title, {
      detail: `PUBLIC_URL is ${publicUrl}. What callers say would travel unencrypted, and Vobiz asks for HTTPS.`,
      fix: 'Use an https:// address: a reverse proxy with a certificate, or a tunnel.',
    });
  }
  return pass('PUBLIC_URL', title, `It is ${publicUrl}.`);
}

export function reachCheck({ publicUrl, reached }: SetupFacts): SetupCheck {
  const title = 'PUBLIC_URL leads to this KaiVox';
  const isTunnel = TUNNEL.test(new URL(publicUrl).hostname);
  const stale =
    'The tunnel has ended or has another address now: start it again, and set PUBLIC_URL to its address.';
  switch (reached.outcome) {
    case 'ours':
      return pass('PUBLIC_URL_REACHED', title, 'It was asked just now, and this KaiVox answered.');
    case 'another':
      return trouble('FAIL', isTunnel ? 'TUNNEL_STALE' : 'PUBLIC_URL_ELSEWHERE', title, {
        detail: `Something else answers at ${publicUrl} (status ${reached.status}), so Vobiz never reaches this KaiVox.`,
        fix: isTunnel ? stale : 'Point the address, or the proxy behind it, to this KaiVox.',
      });
    case 'no answer':
      return trouble('FAIL', isTunnel ? 'TUNNEL_STALE' : 'PUBLIC_URL_UNREACHABLE', title, {
        detail: `${publicUrl} does not answer: ${reached.reason}.`,
        fix: isTunnel ? stale : 'Check the name, the certificate, the firewall and the reverse proxy.',
      });
  }
}
