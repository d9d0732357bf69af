import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { SESSION_COOKIE } from '../../server/auth/sessions/session-cookie.ts';
import { chromiumPath } from '../support/chromium.ts';
import { graphqlClient } from '../support/graphql.ts';
import { FIGURES_READY, FRAMES, type Frames, READY_WATCH } from './console-page.ts';
import { manyAnalyses } from './many-analyses.ts';
import { fill } from './many-calls.ts';
import { median, percentile, type Result, ratioOf } from './result.ts';
import { type BenchServer, benchPostgres, kaivoxServer } from './servers.ts';

const CALLS = 100_000;
const ROUNDS = 9;
const FIRST_LOAD_KB = 250;
/** A display's frame at 60 Hz. */
const FRAME_MS = 1_000 / 60;
/** A notch of a mouse's wheel, one in every frame: quicker than a user turns it. */
const WHEEL_PIXELS = 120;
const WHEEL_TURNS = 600;

/** The console in Chromium: what comes with its first page, how soon that can be used, how its longest list scrolls. */
export async function console(): Promise<Result[]> {
  build();
  const postgres = await benchPostgres();
  const servers: BenchServer[] = [];
  const browser = await aBrowser();
  try {
    const serve = async (name: string, calls: number) => {
      const url = await postgres.database(name);
      const server = await kaivoxServer(url);
      servers.push(server);
      if (calls > 0) {
        await fill(url, calls);
        await manyAnalyses(url);
      }
      return signedIn(browser, server.url);
    };
    const empty = await serve('bench_console_empty', 0);
    const busy = await serve('bench_console_busy', CALLS);
    return [await firstLoad(empty), await timeToInteractive(empty, busy), ...(await scrolling(busy))];
  } finally {
    await browser.close();
    for (const server of servers) await server.stop();
    await postgres.stop();
  }
}

/** As `npm start` does. */
function build(): void {
  const script = resolve(import.meta.dirname, '../../server/scripts/build-when-stale.mjs');
  spawnSync(process.execPath, [script], { stdio: 'inherit' });
}

function aBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (!executablePath) throw new Error('There is no Chromium here; CHROMIUM_PATH may name one.');
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
  return chromium.launch({ executablePath, args });
}

/** Opens a page in a browser that has nothing of the console yet but a session. */
type Visit = () => Promise<{ page: Page; context: BrowserContext; url: string }>;

async function signedIn(browser: Browser, url: string): Promise<Visit> {
  const graphql = graphqlClient(url);
  const token = await graphql.signIn({ email: 'reception@pragati.example', password: 'bench bench bench' });
  return async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies([
      { name: SESSION_COOKIE, value: token, url, httpOnly: true, sameSite: 'Strict' },
    ]);
    await context.addInitScript(READY_WATCH);
    return { page: await context.newPage(), context, url };
  };
}

async function firstLoad(visit: Visit): Promise<Result> {
  const { page, context, url } = await visit();
  const network = await context.newCDPSession(page);
  const ofConsole = new Set<string>();
  let bytes = 0;
  await network.send('Network.enable');
  network.on('Network.responseReceived', ({ requestId, response }) => {
    if (/^\/($|assets\/|icon)/.test(new URL(response.url).pathname)) ofConsole.add(requestId);
  });
  // Bodies as they travel, without headers.
  network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    if (ofConsole.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(url);
  await page.evaluate(FIGURES_READY);
  await context.close();
  return {
    bench: 'console',
    what: 'first load up to the dashboard, as transferred',
    measured: `${(bytes / 1_000).toFixed(1)} KB`,
    baseline: `${FIRST_LOAD_KB} KB`,
    ...ratioOf(bytes / 1_000, FIRST_LOAD_KB, { atMost: 1 }),
  };
}

async function timeToInteractive(empty: Visit, busy: Visit): Promise<Result> {
  const readyMs = async (visit: Visit): Promise<number> => {
    const { page, context, url } = await visit();
    await page.goto(url);
    const ms = await page.evaluate<number>(FIGURES_READY);
    await context.close();
    return ms;
  };
  const without: number[] = [];
  const withCalls: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    const [less, more] = [await readyMs(empty), await readyMs(busy)];
    if (round < 0) continue;
    without.push(less);
    withCalls.push(more);
  }
  return {
    bench: 'console',
    what: `time to interactive of the dashboard, ${CALLS} calls`,
    measured: `${median(withCalls).toFixed(0)} ms`,
    baseline: `no calls ${median(without).toFixed(0)} ms`,
    ...ratioOf(median(withCalls), median(without), { atMost: 1.3 }),
  };
}

/** The call list under the wheel, page after page, and a page of the same height with nothing on it. */
async function scrolling(visit: Visit): Promise<Result[]> {
  const { page, context, url } = await visit();
  await page.setContent('<div style="height: 1000000px"></div>');
  const bare = await framesUnderTheWheel(page);
  await page.goto(`${url}/calls`);
  await page.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().waitFor();
  const list = await framesUnderTheWheel(page);
  await context.close();
  return ([0.5, 0.95] as const).map((quantile) => {
    const [measured, baseline] = [percentile(list.times, quantile), percentile(bare.times, quantile)];
    return {
      bench: 'console',
      what: `frames of the call list, ${CALLS} calls, ${Math.round(list.scrolled / 1_000)},000 px, p${quantile * 100}`,
      measured: `${measured.toFixed(1)} ms`,
      baseline: `a bare page ${baseline.toFixed(1)} ms`,
      ...ratioOf(measured, Math.max(baseline, FRAME_MS), { atMost: 1.5 }),
    };
  });
}

async function framesUnderTheWheel(page: Page): Promise<Frames> {
  await page.mouse.move(720, 600);
  await page.evaluate(FRAMES.start);
  for (let turn = 0; turn < WHEEL_TURNS; turn++) {
    await page.mouse.wheel(0, WHEEL_PIXELS);
    await page.waitForTimeout(FRAME_MS);
  }
  return page.evaluate<Frames>(FRAMES.stop);
}
