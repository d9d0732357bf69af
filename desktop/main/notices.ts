import type { Notification as Shown } from 'electron';
import type { ElectronParts } from './electron-parts.ts';

export type Notice = { title: string; body: string; path: string };

/** As many as a system keeps for an app; older ones lose their way, not their words. */
const MOST_KEPT = 50;

/** Notifications of the operating system, each of which leads to a page. */
export class Notices {
  /** One that nothing refers to is collected as garbage, and its click with it. */
  readonly #shown = new Set<Shown>();

  constructor(
    private readonly parts: Pick<ElectronParts, 'Notification'>,
    private readonly go: (path: string) => void,
  ) {}

  show({ title, body, path }: Notice): void {
    const { Notification } = this.parts;
    // Some desktops have none; the page shows it all the same.
    if (!Notification.isSupported()) return;
    const shown = new Notification({ title, body });
    const forget = () => this.#shown.delete(shown);
    shown.on('click', () => {
      forget();
      this.go(path);
    });
    shown.on('close', forget);
    this.#shown.add(shown);
    const [oldest] = this.#shown;
    if (oldest && this.#shown.size > MOST_KEPT) this.#shown.delete(oldest);
    shown.show();
  }
}
