import type { ElectronParts } from './electron-parts.ts';

/** How often a running app looks for a newer one. */
const EVERY_MS = 6 * 60 * 60_000;

/** What Electron's own updater knows: Squirrel on macOS, Squirrel and MSIX on Windows. Packages of Linux have theirs. */
const UPDATED: readonly NodeJS.Platform[] = ['darwin', 'win32'];

/**
 * Looks for updates at `feed`, now and from time to time; off where there is no feed.
 * @returns stops
 */
export function followUpdates(
  { autoUpdater }: Pick<ElectronParts, 'autoUpdater'>,
  { feed, platform }: { feed: string | undefined; platform: NodeJS.Platform },
): () => void {
  if (!feed || URL.parse(feed)?.protocol !== 'https:' || !UPDATED.includes(platform)) return () => undefined;
  // Offline, no update there, or not installed by what updates: tried again later, and no user's work is interrupted.
  autoUpdater.on('error', () => undefined);
  autoUpdater.setFeedURL({ url: feed });
  autoUpdater.checkForUpdates();
  const timer = setInterval(() => autoUpdater.checkForUpdates(), EVERY_MS);
  return () => clearInterval(timer);
}
