import type { BrowserWindow } from 'electron';
import type { ElectronParts } from './electron-parts.ts';
import { ORIGIN } from './pages-protocol.ts';
import type { SettingsFile } from './settings-file.ts';

/** Opens the window where it was, as big as it was. */
export function openWindow(
  { BrowserWindow: Window }: Pick<ElectronParts, 'BrowserWindow'>,
  settings: SettingsFile,
  preload: string,
  path = '/',
): BrowserWindow {
  const { isMaximized = false, ...bounds } = settings.get().window ?? { width: 1280, height: 860 };
  const window = new Window({
    ...bounds,
    minWidth: 380,
    minHeight: 480,
    title: 'KaiVox',
    // Nothing white flashes up in the dark.
    show: false,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: true,
    },
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    settings.set({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
  void window.loadURL(`${ORIGIN}${path}`);
  return window;
}
