import 'reflect-metadata';
import { createAutomations } from '../../../../server/automations/create-automations.ts';
import { createOrm } from '../../../../server/database/orm.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { Database } from '../../../../server/infra/database.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { OutboundHttp, type OutboundRequest } from '../../../../server/infra/outbound/outbound-http.ts';
import { Vault } from '../../../../server/infra/secrets.ts';

/** When the process dies. */
export type Death = 'amid the rules' | 'before sending' | 'with the answer in hand';

export type Errand = {
  databaseUrl: string;
  allowHost: string;
  tenantId: string;
  callId: string;
  death: Death;
};

// A process that runs the automations of one call, delivers the first thing that follows, and dies of it.
const [, , argument = '{}'] = process.argv;
const { databaseUrl, allowHost, tenantId, callId, death }: Errand = JSON.parse(argument);
const die = () => process.kill(process.pid, 'SIGKILL');

const outbound = new OutboundHttp({ allowHosts: [allowHost] });
const orm = createOrm({ url: databaseUrl, poolSize: 4 });
const database = await Database.over(orm);
const automations = createAutomations({
  database,
  vault: new Vault(Buffer.alloc(32, 5)),
  outbound: {
    async open(asked: OutboundRequest) {
      if (death === 'before sending') die();
      const response = await outbound.open(asked);
      die();
      return response;
    },
  },
  sms: {
    // Asked in the midst of the transaction that runs the rules: the webhook before it has been queued.
    get unavailable() {
      if (death === 'amid the rules') die();
      return 'No messages.';
    },
    carry: async () => ({ kind: 'refused', status: null, problem: '' }),
  },
  publicUrl: () => 'https://kaivox.example',
  clock: systemClock,
  log: createLog('silent'),
});
await automations.tasks['run-automations']({ tenantId, callId, phase: 'AFTER_CALL' });
const [delivery] = await database.inTenant(tenantId, (tx) =>
  tx.db.selectFrom('automationDeliveries').select('id').where('callId', '=', callId).execute(),
);
await automations.tasks.deliver({ tenantId, deliveryId: delivery?.id });
await automations.drain();
process.exit(0);
