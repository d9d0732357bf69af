import { randomBytes } from 'node:crypto';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ElectronParts } from './electron-parts.ts';

const SCHEME = 'app';
/** Where the bundled pages are. */
export const ORIGIN = `${SCHEME}://console`;

/** To be called before the app is ready. */
export function announceScheme({ protocol }: Pick<ElectronParts, 'protocol'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/**
 * Serves the built pages. Paths that name no file are the one page, which finds its way by its address.
 * @param serverUrl where the pages may talk to
 */
export function servePages(
  { protocol, net }: Pick<ElectronParts, 'protocol' | 'net'>,
  dist: string,
  serverUrl: () => string | undefined,
): void {
  protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'console' ? fileFor(dist, pathname) : undefined;
    const answer = file && (await net.fetch(pathToFileURL(file).href).catch(() => undefined));
    if (!file || !answer) return new Response('Not found', { status: 404 });
    if (!file.endsWith('index.html')) return answer;
    const nonce = randomBytes(16).toString('base64');
    const page = (await answer.text()).replaceAll('{{nonce}}', nonce);
    return new Response(page, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy(nonce, serverUrl()),
      },
    });
  });
}

/** @returns undefined for a path that leads out of the pages */
function fileFor(dist: string, pathname: string): string | undefined {
  const path = decoded(pathname);
  if (path === undefined) return undefined;
  if (!/\.[a-z0-9]+$/i.test(path)) return join(dist, 'index.html');
  const file = join(dist, path);
  return file.startsWith(dist + sep) ? file : undefined;
}

function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

function policy(nonce: string, serverUrl: string | undefined): string {
  const server = serverUrl === undefined ? '' : ` ${serverUrl} ${serverUrl.replace(/^http/, 'ws')}`;
  return [
    "default-src 'self'",
    `connect-src 'self'${server}`,
    // A recording is fetched with the session's token, and played from what came.
    "media-src 'self' blob:",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
