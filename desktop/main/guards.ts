import type { ElectronParts } from './electron-parts.ts';
import { ORIGIN } from './pages-protocol.ts';

/** What the pages may ask the system for: a microphone for the test call, and notifications. */
const ALLOWED: readonly string[] = ['media', 'notifications', 'clipboard-sanitized-write'];

/** Refuses by default: other windows, other pages, webviews, and what the system would have to permit. */
export function guard({ app, session, shell }: Pick<ElectronParts, 'app' | 'session' | 'shell'>): void {
  session.defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
    decide(isOurs(contents?.getURL() ?? '') && ALLOWED.includes(permission)),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_, permission, origin) => isOurs(origin) && ALLOWED.includes(permission),
  );
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault();
    });
    contents.on('will-redirect', (event, url) => {
      if (!isOurs(url)) event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      // A link to somewhere else is the browser's; anything but the web isn't opened at all.
      if (URL.parse(url)?.protocol === 'https:') void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}

/** Whether an address is one of the bundled pages. */
export function isOurs(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}
