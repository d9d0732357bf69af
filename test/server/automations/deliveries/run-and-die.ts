import 'reflect-metadata';
import { createAutomations } from '../../../../server/automations/create-automations.ts';
import { createOrm } from '../../../../server/database/orm.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { Database } from '../../../../server/infra/database.ts';
import type { Pace } from '../../../../server/infra/jobs/heartbeat.ts';
import { startJobs } from '../../../../server/infra/jobs/jobs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { OutboundHttp, type OutboundRequest } from '../../../../server/infra/outbound/outbound-http.ts';
import { Vault } from '../../../../server/infra/secrets.ts';

/** When the process dies. */
export type Death = 'amid the rules' | 'before sending' | 'with the answer in hand';

export type Errand = {
  databaseUrl: string;
  allowHost: string;
  pace: Pace;
  death: Death;
};

// A process that works through the queue: it runs automations, delivers the first thing that follows, and dies of it.
const [, , argument = '{}'] = process.argv;
const { databaseUrl, allowHost, pace, death }: Errand = JSON.parse(argument);
const die = () => process.kill(process.pid, 'SIGKILL');

const outbound = new OutboundHttp({ allowHosts: [allowHost] });
const orm = createOrm({ url: databaseUrl, poolSize: 4 });
const database = await Database.over(orm);
const log = createLog('silent');
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
  log,
});
await startJobs({ url: databaseUrl, database, log, pace }, { tasks: automations.tasks, schedule: [] });
