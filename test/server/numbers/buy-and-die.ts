import { createOrm } from '../../../server/database/orm.ts';
import { Database } from '../../../server/infra/database.ts';
import type { TenantId } from '../../../server/infra/ids.ts';
import { createLog } from '../../../server/infra/log.ts';
import type { E164 } from '../../../server/infra/phone-number.ts';
import type { NumberProvider } from '../../../server/numbers/number-provider.ts';
import { assemble } from './assemble.ts';
import { aSuperAdmin, oneVault } from './situation.ts';

/** Where in a purchase's way the process dies: before or after a call of the port. */
export type Death = { when: 'before' | 'after'; call: keyof NumberProvider } | 'never';

/** What the process is told, as JSON in its one argument. */
export type Errand = {
  databaseUrl: string;
  vobizUrl: string;
  e164: string;
  tenantId: TenantId;
  death: Death;
};

/** Dies as by `kill -9`: nothing is told, closed or rolled back by us. */
const die = () => process.kill(process.pid, 'SIGKILL');

/** A provider in whose calls the process dies. */
function deadly(provider: NumberProvider, death: Death): NumberProvider {
  if (death === 'never') return provider;
  const { call, when } = death;
  const original = provider[call] as (...given: unknown[]) => Promise<unknown>;
  const replaced = async (...given: unknown[]) => {
    if (when === 'before') die();
    const answer = await original(...given);
    die();
    return answer;
  };
  return { ...provider, [call]: replaced };
}

// A process that buys one number and may not live to see it.
const [, , argument = '{}'] = process.argv;
const { databaseUrl, vobizUrl, e164, tenantId, death }: Errand = JSON.parse(argument);
const orm = createOrm({ url: databaseUrl, poolSize: 4 });
const { anInstance } = assemble({
  database: await Database.over(orm),
  vault: oneVault(),
  vobizUrl,
  log: createLog('silent'),
  publicUrl: () => 'https://kaivox.example',
});
const numbers = anInstance({ between: (provider) => deadly(provider, death) });
const fee = (rupees: number) => ({ minorUnits: rupees * 100, currency: 'INR' });
const seen = { setupFee: fee(0), monthlyFee: fee(499.5) };
await numbers.orders.purchase({ e164: e164 as E164, tenantId, idempotencyKey: 'the key', seen }, aSuperAdmin);
process.exit(0);
