import type { DesktopBridge } from '../../../../shared/desktop-bridge.ts';

/** What the system shows, also to a stranger who looks over a shoulder or at a locked screen. */
type SystemNotice = {
  title: string;
  body: string;
  /** Where it leads. */
  path: string;
  /** The same tag is shown once, however many tabs there are. */
  tag: string;
};

/** The system's notifications, by way of the desktop app or of the browser. */
export type SystemNotices = {
  isAllowed(): boolean;
  /** Whether the user has said no, which a page can't ask them to change. */
  isDenied(): boolean;
  /** Asks a user who wasn't asked yet; only on a click. @returns whether notices may be shown */
  ask(): Promise<boolean>;
  show(notice: SystemNotice, open: (path: string) => void): void;
};

/** @returns undefined where there are none */
export function systemNotices(bridge: DesktopBridge | undefined): SystemNotices | undefined {
  if (bridge) return byDesktop(bridge);
  return 'Notification' in window ? byBrowser() : undefined;
}

/** The desktop app may always show notices; the user has a switch in the system. */
const byDesktop = (bridge: DesktopBridge): SystemNotices => ({
  isAllowed: () => true,
  isDenied: () => false,
  ask: async () => true,
  // The shell shows the window, and says where to go.
  show: ({ title, body, path }) => void bridge.notify({ title, body, path }).catch(() => undefined),
});

function byBrowser(): SystemNotices {
  return {
    isAllowed: () => Notification.permission === 'granted',
    isDenied: () => Notification.permission === 'denied',
    ask: async () => (await Notification.requestPermission()) === 'granted',
    show: ({ title, body, path, tag }, open) => {
      try {
        const shown = new Notification(title, { body, tag, icon: '/icon.svg' });
        shown.onclick = () => {
          window.focus();
          open(path);
          shown.close();
        };
      } catch {
        // Telephones' browsers have them for service workers alone; the page shows it all the same.
      }
    },
  };
}
