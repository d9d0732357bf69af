import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { aMarketplace, aNumber, buy } from '../server/numbers/a-marketplace.ts';
import type { Death, Errand } from '../server/numbers/buy-and-die.ts';

const market = await aMarketplace();
const { vobiz } = market;

beforeEach(() => vobiz.recover());

const BUYER = resolve(import.meta.dirname, '../server/numbers/buy-and-die.ts');

/** Another process that buys, and dies of it. */
function aBuyer(errand: Pick<Errand, 'e164' | 'tenantId' | 'death'>): ChildProcess {
  const told: Errand = { databaseUrl: market.url, vobizUrl: vobiz.baseUrl, ...errand };
  return spawn(process.execPath, ['--import', 'tsx', BUYER, JSON.stringify(told)], { stdio: 'inherit' });
}

const BOUGHT = { orders: ['SUCCEEDED'], requests: 1, debits: 1, owned: true, shown: ['ACTIVE'] };
const NEVER_SENT = { orders: ['FAILED'], requests: 0, debits: 0, owned: false, shown: [] };

test.each<[string, Death, object]>([
  ['with the order only written down', { when: 'before', call: 'search' }, BOUGHT],
  ['with the request about to leave', { when: 'before', call: 'purchase' }, NEVER_SENT],
  ['with the answer in hand', { when: 'after', call: 'purchase' }, BOUGHT],
  ['before the application', { when: 'before', call: 'ensureApplication' }, BOUGHT],
  ['with the application not noted', { when: 'after', call: 'ensureApplication' }, BOUGHT],
  ['before attaching', { when: 'before', call: 'attach' }, BOUGHT],
  ['with the number attached, and nobody told', { when: 'after', call: 'attach' }, BOUGHT],
])('killed %s, it ends as if nothing had happened', async (_, death, atLast) => {
  const [e164, tenantId] = [aNumber(), await market.aTenant()];
  vobiz.account.offer(e164);
  const [, signal] = await once(aBuyer({ e164, tenantId, death }), 'exit');
  expect(signal).toBe('SIGKILL');

  const restarted = market.anInstance();
  await restarted.tasks['resume-number-orders']();
  await market.untilSettled(restarted);

  expect(await market.books(e164)).toEqual(atLast);
  const again = await buy(restarted, { e164, tenantId, idempotencyKey: 'the key' });
  expect(again.status).toBe(atLast === BOUGHT ? 'SUCCEEDED' : 'FAILED');
  expect(await market.books(e164)).toEqual(atLast);
});

test.each([
  ['and Vobiz does it all the same', { silent: true, work: true }, BOUGHT],
  ['and Vobiz does it later', { worksAfterClientLeftMs: 150 }, BOUGHT],
  ['and Vobiz doesn’t', { silent: true, work: false }, { ...NEVER_SENT, requests: 1 }],
] as const)('killed with the request on its way %s, nothing is sent again', async (_, fault, atLast) => {
  const [e164, tenantId] = [aNumber(), await market.aTenant()];
  vobiz.account.offer(e164);
  vobiz.fail('purchase', fault);
  const asked = vobiz.count('purchase') + 1;
  const buyer = aBuyer({ e164, tenantId, death: 'never' });
  await vobiz.until('purchase', asked);
  buyer.kill('SIGKILL');
  await once(buyer, 'exit');

  const restarted = market.anInstance();
  await restarted.tasks['resume-number-orders']();
  await market.untilSettled(restarted);
  await vobiz.untilQuiet();

  expect(await market.books(e164)).toEqual(atLast);
});
