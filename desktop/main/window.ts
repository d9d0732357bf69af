import type { BrowserWindow } from 'electron';
import type { ElectronParts } from './electron-parts.ts';
import { ORIGIN } from './pages-protocol.ts';
import type { SettingsFile } from './settings-file.ts';
import { boundsWithin } from './window-bounds.ts';

/** Opens the window where it was, as big as it was. */
export function openWindow(
  { BrowserWindow: Window, screen }: Pick<ElectronParts, 'BrowserWindow' | 'screen'>,
  settings: SettingsFile,
  preload: string,
  path = '/',
): BrowserWindow {
  const kept = settings.get().window;
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new Window({
    ...boundsWithin(displays, kept),
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
  if (kept?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    settings.set({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
  void window.loadURL(`${ORIGIN}${path}`);
  return window;
}
