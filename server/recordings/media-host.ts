import { allowing } from '../infra/outbound/allowed-hosts.ts';
import { OutboundRefused } from '../infra/outbound/outbound-error.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/u;

/** Whether a host is this machine, as its name says. @param host `host[:port]` */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.test(URL.parse(`http://${host}`)?.hostname ?? '');

/**
 * Throws for addresses that recordings may not come from: the host that is asked gets a key of Vobiz's.
 * @param mediaHosts `host[:port]`, as in VOBIZ_MEDIA_HOSTS; by https, or by http where the host is a loopback address
 */
export function mediaHostCheck(mediaHosts: readonly string[]): (url: URL) => void {
  const isListed = allowing(mediaHosts);
  return (url) => {
    if (!isListed(url)) {
      throw new OutboundRefused(`The recording is at ${url.host}, which is none of VOBIZ_MEDIA_HOSTS.`);
    }
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
      throw new OutboundRefused(`The recording is at ${url.host} without https.`);
    }
  };
}

/**
 * Reads a recording's address as a webhook has it.
 * @param check as `mediaHostCheck` gives it
 * @returns a sentence where nothing may be fetched from there
 */
export function readSource(
  text: string,
  check: (url: URL) => void,
): { url: URL } | { refusal: string; host: string } {
  const url = URL.parse(text);
  if (!url) return { refusal: 'The recording’s address can’t be read.', host: '' };
  if (url.username !== '' || url.password !== '')
    return { refusal: 'The recording’s address contains credentials.', host: url.host };
  try {
    check(url);
    return { url };
  } catch (error) {
    if (error instanceof OutboundRefused) return { refusal: error.message, host: url.host };
    throw error;
  }
}
