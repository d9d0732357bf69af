import { type Browser, chromium } from 'playwright-core';
import { chromiumPath } from '../support/chromium.ts';

/**
 * Of Chromium's features, those that Playwright turns off, as Chromium heeds only the last list; and the pages that
 * show what is typed into an address bar, which no test sees and which take more time than the console does: Chromium
 * loads two of them anew for each context.
 */
const WITHOUT = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${WITHOUT.join(',')}`,
];

let started: Promise<Browser> | undefined;

/**
 * The browser of this process, for all of its test files: each has contexts of its own. It ends with the process; one
 * that crashed is the fault of one file alone.
 */
export async function theBrowser(): Promise<Browser> {
  const running = await started;
  if (running?.isConnected()) return running;
  started = launch();
  return started;
}

async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) {
    throw new Error(
      'There is no Chromium here. Install the package "chromium", or name one in CHROMIUM_PATH.',
    );
  }
  return chromium.launch({ executablePath, args: ARGUMENTS });
}
