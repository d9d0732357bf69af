import type Electron from 'electron';

/** What the shell uses of the module `electron`; tests hand in a stand-in. */
export type ElectronParts = Pick<
  typeof Electron,
  | 'app'
  | 'autoUpdater'
  | 'BrowserWindow'
  | 'ipcMain'
  | 'Menu'
  | 'net'
  | 'Notification'
  | 'protocol'
  | 'safeStorage'
  | 'screen'
  | 'session'
>;
