import type { IpcRenderer } from 'electron';
import type { DesktopBridge } from '../../shared/desktop-bridge.ts';
import { CHANNELS } from '../main/channels.ts';

/** What the pages get. Only our channels, and never the event, which would lead back to Electron. */
export function bridgeOver(ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>): DesktopBridge {
  return {
    serverUrl: () => ipc.invoke(CHANNELS.serverUrl),
    setServerUrl: (url) => ipc.invoke(CHANNELS.setServerUrl, url),
    loadToken: () => ipc.invoke(CHANNELS.loadToken),
    saveToken: (token) => ipc.invoke(CHANNELS.saveToken, token),
    notify: (notification) => ipc.invoke(CHANNELS.notify, notification),
    version: () => ipc.invoke(CHANNELS.version),
    onNavigate: (listener) => {
      const hear = (_: unknown, path: unknown) => {
        if (typeof path === 'string') listener(path);
      };
      ipc.on(CHANNELS.navigate, hear);
      return () => void ipc.removeListener(CHANNELS.navigate, hear);
    },
  };
}
