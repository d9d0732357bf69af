import type { ElectronParts } from './electron-parts.ts';
import { ORIGIN } from './pages-protocol.ts';

/** Whether the pages may have this of the system: a microphone for the test call, and to copy what they show. */
function mayHave(permission: string, media: readonly (string | undefined)[]): boolean {
  if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'audio');
  return permission === 'clipboard-sanitized-write';
}

/** Refuses by default: other windows, other pages, webviews, downloads, and what the system would have to permit. */
export function guard({ app, session }: Pick<ElectronParts, 'app' | 'session'>): void {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_, permission, decide, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    decide(details.isMainFrame && isOurs(details.requestingUrl) && mayHave(permission, media));
  });
  own.setPermissionCheckHandler(
    (_, permission, origin, { mediaType }) => isOurs(origin) && mayHave(permission, [mediaType]),
  );
  own.setDevicePermissionHandler(() => false);
  // What a page made itself: a call's text, a list, a business's data that was fetched with the session's token.
  own.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ORIGIN}/`)) event.preventDefault();
  });
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event, url) => {
      if (!isOurs(url)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event, url) => {
      if (!isOurs(url)) event.preventDefault();
    });
    // No page of ours leads anywhere else, so nothing is handed to the system's browser either.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Whether an address is one of the bundled pages. */
export function isOurs(url: string): boolean {
  return url === ORIGIN || url.startsWith(`${ORIGIN}/`);
}
