import { existsSync } from 'node:fs';

/** The one without windows first: it takes the least of the machine. */
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

/** Where a Chromium is, by CHROMIUM_PATH or where Debian puts it; npm doesn't bring one. */
export const chromiumPath = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? '', ...PLACES].find((path) => path !== '' && existsSync(path));
