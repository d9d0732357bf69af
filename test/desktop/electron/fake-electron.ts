import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import { onTestFinished } from 'vitest';
import type { ElectronParts } from '../../../desktop/main/electron-parts.ts';

type Details = { isMainFrame: boolean; requestingUrl: string; mediaTypes?: string[]; mediaType?: string };
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

export type FakeSystem = {
  isFirst?: boolean;
  isPackaged?: boolean;
  canEncrypt?: boolean;
  keyring?: string;
  hasNotifications?: boolean;
  /** The part of each screen that windows may use. */
  displays?: { x: number; y: number; width: number; height: number }[];
};

/** A stand-in for the module `electron` that remembers what the shell asked of it, and lets a test be the system. */
export function aFakeElectron({
  isFirst = true,
  isPackaged = true,
  canEncrypt = true,
  keyring = 'gnome_libsecret',
  hasNotifications = true,
  displays = [{ x: 0, y: 0, width: 1920, height: 1080 }],
}: FakeSystem = {}) {
  windows = [];
  const userData = mkdtempSync(join(tmpdir(), 'kaivox-desktop-'));
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }));
  const answers = new Map<string, Answer>();
  const shown: { title: string; body: string; emitter: EventEmitter }[] = [];
  const state = {
    quits: 0,
    schemes: [] as string[],
    isReady: false,
    isSandboxed: false,
    menu: [] as MenuItemConstructorOptions[],
    feeds: [] as string[],
    permission: (_: unknown, __: string, decide: (granted: boolean) => void, ___: Details) => decide(true),
    check: (_: unknown, __: string, ___: string, ____: Partial<Details>): boolean => true,
    device: (): boolean => true,
    pages: async (_: Request): Promise<Response> => new Response(),
  };
  const app = Object.assign(new EventEmitter(), {
    requestSingleInstanceLock: () => isFirst,
    quit: () => void state.quits++,
    enableSandbox: () => {
      state.isSandboxed = true;
    },
    isPackaged,
    isReady: () => state.isReady,
    whenReady: async () => {
      await Promise.resolve();
      state.isReady = true;
    },
    getPath: () => userData,
    getVersion: () => '1.2.3',
    setAsDefaultProtocolClient: (scheme: string) => void state.schemes.push(scheme),
  });
  const downloads = new EventEmitter();
  class FakeNotification extends EventEmitter {
    static isSupported = () => hasNotifications;
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
      getSelectedStorageBackend: () => keyring,
      encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0xff),
      decryptString: (sealed: Buffer) => String(Buffer.from(sealed.map((byte) => byte ^ 0xff))),
    },
    screen: { getAllDisplays: () => displays.map((workArea) => ({ workArea })) },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: typeof state.permission) => {
          state.permission = handler;
        },
        setPermissionCheckHandler: (handler: typeof state.check) => {
          state.check = handler;
        },
        setDevicePermissionHandler: (handler: typeof state.device) => {
          state.device = handler;
        },
        on: downloads.on.bind(downloads),
      },
    },
  };
  return {
    electron: parts as unknown as ElectronParts,
    app,
    state,
    userData,
    shown,
    downloads,
    windows: () => windows,
    /** A page asks, as the preload script does for it. */
    ask: (channel: string, given?: unknown, url = 'app://console/calls') =>
      Promise.resolve().then(() => answers.get(channel)?.({ senderFrame: { url } }, given)),
  };
}
