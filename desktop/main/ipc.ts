import type { IpcMainInvokeEvent } from 'electron';
import { CHANNELS } from './channels.ts';
import type { ElectronParts } from './electron-parts.ts';
import { isOurs } from './guards.ts';
import type { Notices } from './notices.ts';
import type { SettingsFile } from './settings-file.ts';
import type { TokenStore } from './token-store.ts';

type Parts = Pick<ElectronParts, 'app' | 'ipcMain'>;
type Serving = { settings: SettingsFile; tokens: TokenStore; notices: Notices };

/** Answers the pages; a page that isn't one of ours, or sends what can't be, gets an error. */
export function answerPages({ app, ipcMain }: Parts, { settings, tokens, notices }: Serving): void {
  const answer = (channel: string, act: (given: unknown) => unknown) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, given: unknown) => {
      if (!isOurs(event.senderFrame?.url ?? '')) throw new Error('This page may not ask for that');
      return act(given);
    });

  answer(CHANNELS.serverUrl, () => settings.get().serverUrl ?? null);
  answer(CHANNELS.setServerUrl, (given) => {
    const serverUrl = addressIn(given);
    // A session belongs to its server.
    if (serverUrl !== settings.get().serverUrl) tokens.save(null);
    settings.set({ serverUrl });
  });
  answer(CHANNELS.loadToken, () => tokens.load());
  answer(CHANNELS.saveToken, (given) => tokens.save(given === null ? null : textIn(given, 512)));
  answer(CHANNELS.version, () => app.getVersion());
  answer(CHANNELS.notify, (given) => {
    const { title, body, path } = (given ?? {}) as Record<string, unknown>;
    notices.show({ title: textIn(title, 100), body: textIn(body, 300), path: pathIn(path) });
  });
}

function textIn(given: unknown, longest: number): string {
  if (typeof given !== 'string' || given === '') throw new Error('A text is wanted');
  return given.slice(0, longest);
}

/** A path of the console: two slashes would lead to another host. */
function pathIn(given: unknown): string {
  const path = textIn(given, 200);
  if (!/^\/(?![/\\])/.test(path)) throw new Error('A notification leads to a path of the console');
  return path;
}

function addressIn(given: unknown): string {
  const url = URL.parse(textIn(given, 300).trim());
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Error('An address is wanted, with https:// or http://');
  return url.origin;
}
