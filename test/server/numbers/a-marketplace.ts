import { Writable } from 'node:stream';
import { Logger, runOnce } from 'graphile-worker';
import { afterAll } from 'vitest';
import type { Context } from '../../../server/auth/access.ts';
import { createLog } from '../../../server/infra/log.ts';
import type { E164 } from '../../../server/infra/phone-number.ts';
import type { Money } from '../../../server/numbers/money.ts';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';
import { assemble, type Numbers } from './assemble.ts';
import { aSuperAdmin, aTenant, e164, oneVault } from './situation.ts';

/** Numbers' services on a database of their own, with a Vobiz that is a fake, and its credentials unless in DEMO. */
export async function aMarketplace({ mode = 'LIVE' }: { mode?: 'LIVE' | 'DEMO' } = {}) {
  const db = await aDatabase();
  const vobiz = await FakeVobiz.start();
  const lines: string[] = [];
  const sink = new Writable({
    write: (line, _, done) => {
      lines.push(String(line));
      done();
    },
  });
  const address = { publicUrl: 'https://kaivox.example' };
  const { rest, settings, webhookKeys, anInstance } = assemble({
    database: db.database,
    vault: oneVault(),
    vobizUrl: vobiz.baseUrl,
    log: createLog('trace', sink),
    publicUrl: () => address.publicUrl,
  });
  afterAll(async () => {
    await rest.close();
    await vobiz.stop();
  });
  const credentials = { vobizAppId: vobiz.authId, vobizApiKey: vobiz.authToken };
  if (mode === 'LIVE') await settings.update(credentials, async () => undefined);
  return {
    ...db,
    vobiz,
    settings,
    webhookKeys,
    credentials,
    /** May be changed, as by another tunnel. */
    address,
    /** One process's services; more of them share the database and Vobiz. */
    anInstance,
    aTenant: (slug?: string) => aTenant(db.database, slug),
    logged: () => lines.join(''),
    untilSettled: (numbers: Numbers) => untilSettled(db, numbers),
    /** Runs the queue's jobs that are due. */
    work: (numbers: Numbers) => work(db, numbers),
    /** What Vobiz debited, what its account has, and what is shown here. */
    books: (number: string) => books(db, vobiz, number),
  };
}

let lastNumber = 0;
/** A number that no other test of this file uses. */
export const aNumber = (): E164 => e164(++lastNumber);

type Order = {
  e164: E164;
  tenantId: string;
  idempotencyKey?: string;
  seen?: { setupFee: Money; monthlyFee: Money };
};

/** Buys as a super admin does. */
export function buy(numbers: Numbers, { seen, ...order }: Order, context: Context = aSuperAdmin) {
  return numbers.orders.purchase({ idempotencyKey: crypto.randomUUID(), seen, ...order }, context);
}

/** Runs the queue's jobs, as time brings them up, until no order is open and no number waits to be attached. */
async function untilSettled(db: TestDatabase, numbers: Numbers): Promise<void> {
  const { admin } = db;
  for (let round = 0; round < 400; round++) {
    await work(db, numbers);
    const [open] = await admin(
      `select from number_orders where status in ('PENDING', 'UNCERTAIN')
        union all select from phone_numbers where status = 'PROVISIONING' and source = 'MARKETPLACE' limit 1`,
    );
    if (!open) return;
    await admin('select pg_sleep(0.02)');
  }
  throw new Error('Orders or numbers stayed open');
}

async function work({ url }: TestDatabase, { tasks }: Numbers): Promise<void> {
  const logger = new Logger(() => () => undefined);
  const taskList = tasks as Record<string, (payload: unknown) => Promise<void>>;
  await runOnce({ connectionString: url, taskList, logger });
}

async function books({ admin }: TestDatabase, vobiz: FakeVobiz, number: string) {
  const orders = await admin<{ status: string }>(
    'select status from number_orders where e164 = $1 order by status',
    [number],
  );
  const shown = await admin<{ status: string }>('select status from phone_numbers where e164 = $1', [number]);
  const purchases = vobiz.requests.filter(
    ({ operation, body }) => operation === 'purchase' && JSON.stringify(body).includes(number),
  );
  return {
    orders: orders.map(({ status }) => status),
    requests: purchases.length,
    debits: vobiz.account.purchasesOf(number),
    owned: vobiz.account.live.includes(number),
    shown: shown.map(({ status }) => status),
  };
}
