import type { MenuItemConstructorOptions } from 'electron';

type Actions = {
  go: (path: string) => void;
  /** Forgets the server, and asks again. */
  changeServer: () => void;
  isMac: boolean;
};

/** The application's menu, for the platform's habits and for people who don't use a mouse. */
export function menuOf({ go, changeServer, isMac }: Actions): MenuItemConstructorOptions[] {
  const page = (label: string, path: string, key: string): MenuItemConstructorOptions => ({
    label,
    accelerator: `CmdOrCtrl+${key}`,
    click: () => go(path),
  });
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        { label: 'Change server …', click: changeServer },
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: 'Go',
      submenu: [
        page('Dashboard', '/', '1'),
        page('Calls', '/calls', '2'),
        page('Customers', '/customers', '3'),
        page('Follow-ups', '/follow-ups', '4'),
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
}
