import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, expect, vi } from 'vitest';
import { SESSION_COOKIE } from '../../server/auth/sessions/session-cookie.ts';
import { aKaivox, type KaivoxOptions, type RunningKaivox } from '../support/kaivox.ts';
import { theBrowser } from './browser.ts';
import { buildConsole } from './build-console.ts';

/** The screens of a telephone and of a desktop computer, in CSS pixels. */
export const WIDTHS = [390, 1440] as const;
const HEIGHT = 900;

export type Looks = {
  width?: number;
  colorScheme?: 'light' | 'dark';
  /** Something is broken on purpose: what the page logs isn't held against it. */
  breaks?: boolean;
};

/** The console of a whole KaiVox, in a browser. */
export type TestConsole = {
  kaivox: RunningKaivox;
  /** A page of a browser that knows nothing yet. */
  page(looks?: Looks): Promise<Page>;
  /** The page at an address, such as `/calls`, of a user who has signed in. */
  signedIn(user: { email: string; password: string }, looks?: Looks & { at?: string }): Promise<Page>;
};

/**
 * Starts a KaiVox that serves the console, and a browser. After each test its pages are closed, and it fails where a
 * page logged an error, where a request failed, or where one went anywhere else.
 */
export async function aConsole(options: KaivoxOptions = {}): Promise<TestConsole> {
  // A browser does much for each step, and shares the machine with another test file.
  vi.setConfig({ testTimeout: 90_000 });
  const [kaivox, browser] = await Promise.all([aKaivox(options), theBrowser(), buildConsole()]);
  const problems: string[] = [];
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(problems.splice(0)).toEqual([]);
  });

  const page = async ({ width = 1440, colorScheme = 'light', breaks = false }: Looks = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: HEIGHT },
      colorScheme,
      locale: 'en-IN',
      reducedMotion: 'reduce',
    });
    const opened = await context.newPage();
    if (!breaks) watch(opened, kaivox.url, (problem) => problems.push(problem));
    return opened;
  };
  const signedIn: TestConsole['signedIn'] = async (user, { at = '/', ...looks } = {}) => {
    const opened = await page(looks);
    const token = await kaivox.graphql.signIn(user);
    await opened
      .context()
      .addCookies([
        { name: SESSION_COOKIE, value: token, url: kaivox.url, httpOnly: true, sameSite: 'Strict' },
      ]);
    await opened.goto(`${kaivox.url}${at}`);
    await opened.getByRole('button', { name: 'Account' }).waitFor();
    return opened;
  };
  return { kaivox, page, signedIn };
}

/** Nothing that keeps people from using the page: no serious or critical finding of axe, and no sideways scrolling. */
export async function expectUsable(page: Page): Promise<void> {
  expect(await hindrances(page)).toEqual([]);
}

/** @param rules of axe; all of them unless told otherwise */
export async function hindrances(page: Page, rules?: string[]): Promise<string[]> {
  // Once a page, and telling only what is wrong: what is right is much, and would come from the browser as well.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  // A colour halfway to another is none that people read.
  await page.evaluate(`document.getAnimations().filter(${ends}).forEach((each) => each.finish())`);
  const options: RunOptions = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) };
  const findings = await page.evaluate<string[]>(`axe.run(${JSON.stringify(options)}).then(${grave})`);
  // The page's own width, which no part may stretch.
  const sideways = await page.locator('html').evaluate(sidewaysScroll);
  return sideways === 0 ? findings : [...findings, `scrolls sideways by ${sideways} px`];
}

/** Whether a transition or an animation ends by itself; one that tells of loading doesn't. Runs in the page. */
const ends = ({ effect }: { effect?: { getComputedTiming(): { endTime: number } } }): boolean =>
  Number.isFinite(effect?.getComputedTiming().endTime);

/** Of what axe found, what is serious or critical. Runs in the page. */
const grave = ({ violations }: AxeResults): string[] =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);

const sidewaysScroll = (html: { scrollWidth: number; clientWidth: number }): number =>
  html.scrollWidth - html.clientWidth;

/** Waits for what is on its way to a page; as `expect`, otherwise. */
export const eventually = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 15_000 });

function watch(page: Page, ownUrl: string, report: (problem: string) => void): void {
  page.on('console', (message) => {
    if (message.type() === 'error') report(`logged: ${message.text()}`);
  });
  page.on('pageerror', (error) => report(`threw: ${error.message}`));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText;
    // What a page was still asking for when its user left it.
    if (reason !== 'net::ERR_ABORTED') report(`failed: ${request.url()} (${reason})`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).host !== new URL(ownUrl).host) {
      report(`foreign: ${request.url()}`);
    }
  });
}
