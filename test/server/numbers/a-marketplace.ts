import { Writable } from 'node:stream';
import { Logger, runOnce } from 'graphile-worker';
import { afterAll } from 'vitest';
import type { Context } from '../../../server/auth/access.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { createLog } from '../../../server/infra/log.ts';
import type { E164 } from '../../../server/infra/phone-number.ts';
import { createNumbers } from '../../../server/numbers/create-numbers.ts';
import type { NumberProvider } from '../../../server/numbers/number-provider.ts';
import { type OrderBudgets, orderBudgets } from '../../../server/numbers/order-budgets.ts';
import { PlatformSettingsService } from '../../../server/settings/platform-settings.service.ts';
import { demoNumbers } from '../../../server/telephony/demo/demo-numbers.ts';
import { VobizRest } from '../../../server/telephony/vobiz/rest-client.ts';
import { checkConnection } from '../../../server/telephony/vobiz/rest-connection.ts';
import { vobizNumbers } from '../../../server/telephony/vobiz/rest-numbers.ts';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';
import { aSuperAdmin, aTenant, e164, oneVault } from './situation.ts';

/** The real ones, some ten times as fast; the margin is what a busy machine needs. */
export const quickBudgets: OrderBudgets = {
  ...orderBudgets,
  requestMs: 700,
  lateWorkMs: 200,
  marginMs: 1_000,
  firstLookMs: 10,
  lookEveryMs: 40,
  staleMs: 60_000,
  takeUpMs: 300,
  answerWithinMs: 5_000,
  rewireMs: 10,
  longestRewireMs: 40,
};
const retries = { attempts: 2, firstPauseMs: 2, longestPauseMs: 500 };

export type MarketplaceOptions = {
  budgets?: Partial<OrderBudgets>;
  /** Puts something between the orders and Vobiz. */
  between?: (provider: NumberProvider) => NumberProvider;
};

/** Numbers' services on a database of their own, with a Vobiz that is a fake and credentials for it. */
export async function aMarketplace({ mode = 'LIVE' }: { mode?: 'LIVE' | 'DEMO' } = {}) {
  const db = await aDatabase();
  const vobiz = await FakeVobiz.start();
  afterAll(() => vobiz.stop());
  const lines: string[] = [];
  const sink = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const log = createLog('trace', sink);
  const rest = new VobizRest({ baseUrl: vobiz.baseUrl, clock: systemClock, log });
  afterAll(() => rest.close());
  const vault = oneVault();
  const settings = new PlatformSettingsService(db.database, vault, checkConnection(rest), systemClock);
  const credentials = { vobizAppId: vobiz.authId, vobizApiKey: vobiz.authToken };
  if (mode === 'LIVE') await settings.update(credentials, async () => undefined);
  const address = { publicUrl: 'https://kaivox.example' };

  /** One instance; more of them share the database and Vobiz. */
  const anInstance = ({ budgets = {}, between = (provider) => provider }: MarketplaceOptions = {}) =>
    createNumbers({
      database: db.database,
      vault,
      settings,
      vobiz: (account) => between(vobizNumbers(rest, account, { retries, safeMs: 400 })),
      demo: demoNumbers(db.database, systemClock),
      publicUrl: () => address.publicUrl,
      clock: systemClock,
      log,
      budgets: { ...quickBudgets, ...budgets },
    });

  return {
    ...db,
    vobiz,
    settings,
    credentials,
    address,
    anInstance,
    aTenant: (slug?: string) => aTenant(db.database, slug),
    logged: () => lines.join(''),
    untilSettled: (numbers: Numbers) => untilSettled(db, numbers),
  };
}

export type Numbers = ReturnType<typeof createNumbers>;

let lastNumber = 0;
/** A number that no other test of this file uses. */
export const aNumber = (): E164 => e164(++lastNumber);

/** Buys as a super admin does. */
export function buy(
  numbers: Numbers,
  order: { e164: E164; tenantId: string; idempotencyKey?: string },
  context: Context = aSuperAdmin,
) {
  return numbers.orders.purchase({ idempotencyKey: crypto.randomUUID(), seen: undefined, ...order }, context);
}

/** Runs the queue's jobs, as time brings them up, until no order is open and no number waits to be attached. */
async function untilSettled({ url, admin }: TestDatabase, { tasks }: Numbers): Promise<void> {
  const logger = new Logger(() => () => undefined);
  const taskList = tasks as Record<string, (payload: unknown) => Promise<void>>;
  for (let round = 0; round < 400; round++) {
    await runOnce({ connectionString: url, taskList, logger });
    const [open] = await admin(
      `select from number_orders where status in ('PENDING', 'UNCERTAIN')
        union all select from phone_numbers where status = 'PROVISIONING' and source = 'MARKETPLACE' limit 1`,
    );
    if (!open) return;
    await admin('select pg_sleep(0.02)');
  }
  throw new Error('Orders or numbers stayed open');
}
