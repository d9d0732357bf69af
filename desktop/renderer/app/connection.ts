import type { DesktopBridge } from '../../../shared/desktop-bridge.ts';

declare global {
  interface Window {
    /** Only in the Electron shell. */
    kaivox?: DesktopBridge;
  }
}

/** How these pages reach a KaiVox server, and keep a session there. */
export type Connection = {
  /** Null: the user has chosen none yet, which only happens in the desktop app. */
  serverUrl: string | null;
  /** The token to send; undefined where the browser's cookie does. */
  token(): string | undefined;
  /** Keeps what signing in brought, for this time and the next. */
  keep(token: string): Promise<void>;
  forget(): Promise<void>;
  bridge: DesktopBridge | undefined;
};

export function connection(): Promise<Connection> {
  return window.kaivox ? inDesktop(window.kaivox) : Promise.resolve(inBrowser());
}

/** The session is a cookie that no script can read; the server sets and clears it. */
function inBrowser(): Connection {
  const serverUrl = window.location.origin;
  return {
    serverUrl,
    token: () => undefined,
    keep: async (token) => {
      const response = await fetch(`${serverUrl}/session`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      });
      if (!response.ok) throw new Error('The session could not be kept');
    },
    forget: async () => {
      // Without a server to clear it, the cookie is of no use either.
      await fetch(`${serverUrl}/session`, { method: 'DELETE', headers: { 'kaivox-console': '1' } }).catch(
        () => undefined,
      );
    },
    bridge: undefined,
  };
}

async function inDesktop(bridge: DesktopBridge): Promise<Connection> {
  let token = (await bridge.loadToken()) ?? undefined;
  return {
    serverUrl: await bridge.serverUrl(),
    token: () => token,
    keep: (fresh) => {
      token = fresh;
      return bridge.saveToken(fresh);
    },
    forget: () => {
      token = undefined;
      return bridge.saveToken(null);
    },
    bridge,
  };
}
