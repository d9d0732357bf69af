import { contextBridge, ipcRenderer } from 'electron';
import { bridgeOver } from './bridge.ts';

contextBridge.exposeInMainWorld('kaivox', bridgeOver(ipcRenderer));
