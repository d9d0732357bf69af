import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { CHANNELS } from './channels.ts';
import { linkIn, pathOfLink } from './deep-link.ts';
import type { ElectronParts } from './electron-parts.ts';
import { guard } from './guards.ts';
import { answerPages } from './ipc.ts';
import { menuOf } from './menu.ts';
import { Notices } from './notices.ts';
import { announceScheme, servePages } from './pages-protocol.ts';
import { SettingsFile } from './settings-file.ts';
import { TokenStore } from './token-store.ts';
import { followUpdates } from './updates.ts';
import { openWindow } from './window.ts';

export type DesktopOptions = {
  /** The built pages. */
  dist: string;
  preload: string;
  /** The words that the system started us with. */
  argv: readonly string[];
  platform: NodeJS.Platform;
  updateFeed: string | undefined;
};

/** The desktop app, once a machine. Resolves when its window is open, or at once where another has it already. */
export async function startDesktop(electron: ElectronParts, options: DesktopOptions): Promise<void> {
  const { app, Menu } = electron;
  if (!app.requestSingleInstanceLock()) {
    // The one that runs is told what we were started with.
    app.quit();
    return;
  }
  // Whatever window there will ever be.
  app.enableSandbox();
  announceScheme(electron);
  // Only for what is installed: run from its sources, Electron would be asked to open links, and know nothing of us.
  if (app.isPackaged) app.setAsDefaultProtocolClient('kaivox'); /* eng-disable PROTOCOL_HANDLER_JS_CHECK */
  /** Where a link leads that came before there could be a window. */
  let early = pathIn(linkIn(options.argv));
  let window: BrowserWindow | undefined;
  const settings = new SettingsFile(join(app.getPath('userData'), 'settings.json'));

  const open = (path?: string) => {
    window = openWindow(electron, settings, options.preload, path);
    window.on('closed', () => {
      window = undefined;
    });
  };
  const show = (path: string) => {
    if (!app.isReady()) {
      early = path;
      return;
    }
    if (window === undefined) return open(path);
    if (window.isMinimized()) window.restore();
    window.focus();
    window.webContents.send(CHANNELS.navigate, path);
  };
  const follow = (link: string | undefined) => {
    const path = pathIn(link);
    if (path !== undefined) show(path);
    return path !== undefined;
  };

  app.on('second-instance', (_, words) => follow(linkIn(words)) || show('/'));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow(link);
  });
  app.on('window-all-closed', () => {
    if (options.platform !== 'darwin') app.quit();
  });
  await app.whenReady();

  guard(electron);
  servePages(electron, options.dist, () => settings.get().serverUrl);
  answerPages(electron, {
    settings,
    tokens: new TokenStore(electron.safeStorage, settings, options.platform),
    notices: new Notices(electron, show),
  });
  const changeServer = () => {
    settings.set({ serverUrl: undefined, token: undefined });
    window?.webContents.reload();
  };
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuOf({ go: show, changeServer, isMac: options.platform === 'darwin' })),
  );
  app.on('activate', () => {
    if (window === undefined) open();
  });
  app.on('will-quit', followUpdates(electron, { feed: options.updateFeed, platform: options.platform }));
  open(early);
}

const pathIn = (link: string | undefined) => (link === undefined ? undefined : pathOfLink(link));
