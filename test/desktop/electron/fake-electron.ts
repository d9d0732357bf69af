import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import { onTestFinished } from 'vitest';
import type { ElectronParts } from '../../../desktop/main/electron-parts.ts';

type Answer = (event: { senderFrame: { url: string } }, given: unknown) => unknown;
type OpenHandler = (details: { url: string }) => { action: string };

/** What a page of a window is to Electron, as far as the shell looks. */
export class FakeContents extends EventEmitter {
  readonly sent: [channel: string, given: unknown][] = [];
  openHandler: OpenHandler = () => ({ action: 'allow' });
  reloads = 0;
  send = (channel: string, given: unknown) => void this.sent.push([channel, given]);
  setWindowOpenHandler = (handler: OpenHandler) => {
    this.openHandler = handler;
  };
  reload = () => void this.reloads++;
}

class FakeWindow extends EventEmitter {
  readonly webContents = new FakeContents();
  url = '';
  focused = 0;
  isShown = false;
  maximized = false;
  constructor(readonly options: BrowserWindowConstructorOptions) {
    super();
    windows.push(this);
  }
  loadURL = async (url: string) => {
    this.url = url;
  };
  show = () => {
    this.isShown = true;
  };
  focus = () => void this.focused++;
  restore = () => undefined;
  maximize = () => {
    this.maximized = true;
  };
  isMinimized = () => false;
  isMaximized = () => this.maximized;
  getNormalBounds = () => ({ x: 10, y: 20, width: 900, height: 700 });
}

let windows: FakeWindow[] = [];

/** A stand-in for the module `electron` that remembers what the shell asked of it, and lets a test be the system. */
export function aFakeElectron({ isFirst = true, canEncrypt = true } = {}) {
  windows = [];
  const userData = mkdtempSync(join(tmpdir(), 'kaivox-desktop-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  const answers = new Map<string, Answer>();
  const shown: { title: string; body: string; emitter: EventEmitter }[] = [];
  const state = {
    quits: 0,
    external: [] as string[],
    menu: [] as MenuItemConstructorOptions[],
    feeds: [] as string[],
    permission: (_: unknown, __: string, decide: (granted: boolean) => void) => decide(true),
    pages: async (_: Request): Promise<Response> => new Response(),
  };
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => isFirst,
    quit: () => void state.quits++,
    whenReady: async () => undefined,
    getPath: () => userData,
    getVersion: () => '1.2.3',
    setAsDefaultProtocolClient: () => true,
  });
  class FakeNotification extends EventEmitter {
    constructor({ title, body }: { title: string; body: string }) {
      super();
      shown.push({ title, body, emitter: this });
    }
    show = () => undefined;
  }
  const parts = {
    app,
    autoUpdater: Object.assign(new EventEmitter(), {
      setFeedURL: ({ url }: { url: string }) => void state.feeds.push(url),
      checkForUpdates: () => undefined,
    }),
    BrowserWindow: FakeWindow,
    ipcMain: { handle: (channel: string, answer: Answer) => void answers.set(channel, answer) },
    Menu: {
      buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
      setApplicationMenu: (menu: MenuItemConstructorOptions[]) => {
        state.menu = menu;
      },
    },
    net: { fetch: async (url: string) => new Response(readFileSync(fileURLToPath(url))) },
    Notification: FakeNotification,
    protocol: {
      registerSchemesAsPrivileged: () => undefined,
      handle: (_: string, serve: typeof state.pages) => {
        state.pages = serve;
      },
    },
    safeStorage: {
      isEncryptionAvailable: () => canEncrypt,
      encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0xff),
      decryptString: (sealed: Buffer) => String(Buffer.from(sealed.map((byte) => byte ^ 0xff))),
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: typeof state.permission) => {
          state.permission = handler;
        },
        setPermissionCheckHandler: () => undefined,
      },
    },
    shell: { openExternal: async (url: string) => void state.external.push(url) },
  };
  return {
    electron: parts as unknown as ElectronParts,
    app,
    state,
    userData,
    shown,
    windows: () => windows,
    /** A page asks, as the preload script does for it. */
    ask: (channel: string, given?: unknown, url = 'app://console/calls') =>
      Promise.resolve().then(() => answers.get(channel)?.({ senderFrame: { url } }, given)),
  };
}
