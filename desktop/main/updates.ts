import type { ElectronParts } from './electron-parts.ts';

/** How often a running app looks for a newer one. */
const EVERY_MS = 6 * 60 * 60_000;

/**
 * Looks for updates at `feed`, now and from time to time; off where there is no feed.
 * @returns stops
 */
export function followUpdates(
  { autoUpdater }: Pick<ElectronParts, 'autoUpdater'>,
  feed: string | undefined,
): () => void {
  if (!feed || URL.parse(feed)?.protocol !== 'https:') return () => undefined;
  autoUpdater.setFeedURL({ url: feed });
  // Offline, or no update there: tried again later, and nobody's work is interrupted.
  autoUpdater.on('error', () => undefined);
  autoUpdater.checkForUpdates();
  const timer = setInterval(() => autoUpdater.checkForUpdates(), EVERY_MS);
  return () => clearInterval(timer);
}
