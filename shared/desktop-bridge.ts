/**
 * What the Electron shell offers to the console's pages, as `window.kaivox`; a browser has none of it. Main process,
 * preload script and pages are all written against this.
 */
export type DesktopBridge = {
  /** Where the KaiVox server is; null until the user has chosen one. */
  serverUrl(): Promise<string | null>;
  /** @throws where the text is no http or https address */
  setServerUrl(url: string): Promise<void>;
  /** The session's token, kept encrypted by the operating system. */
  loadToken(): Promise<string | null>;
  /** Null forgets it. */
  saveToken(token: string | null): Promise<void>;
  /** Shows a notification of the operating system; clicking it opens `path` of the console. */
  notify(notification: { title: string; body: string; path: string }): Promise<void>;
  /** Told to go to a path of the console: a deep link, a menu item, a clicked notification. @returns stops */
  onNavigate(listener: (path: string) => void): () => void;
  /** The shell's own version. */
  version(): Promise<string>;
};
