import { afterAll } from 'vitest';
import type { Automation } from '../../../server/automations/automation.ts';
import { createAutomations } from '../../../server/automations/create-automations.ts';
import type { ActionInput } from '../../../server/automations/rules/actions-input.ts';
import type { AutomationInput } from '../../../server/automations/rules/automation-input.ts';
import { createLog } from '../../../server/infra/log.ts';
import { OutboundHttp } from '../../../server/infra/outbound/outbound-http.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import { vobizSms } from '../../../server/telephony/vobiz/rest/sms.ts';
import { Catcher } from '../../fakes/catcher.ts';
import { FakeSmtp } from '../../fakes/smtp.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf } from '../../support/viewer.ts';
import { type AnalysedCallOptions, anAnalysedCall } from './an-analysed-call.ts';

type Job = { id: string; task: string; payload: unknown };

/** Automations with a database, a catcher of webhooks, a mail server, a queue and a clock, all of a test file's own. */
export async function aHouse({ hasMail = true, allowsCatcher = true } = {}) {
  const own = await aDatabase();
  const catcher = await Catcher.start();
  const smtp = await FakeSmtp.start();
  // Stands still unless a test moves it, an hour ahead of the queue's own clock: what is to be done at once is due by then.
  let now = Date.now() + 3_600_000;
  const clock = { now: () => new Date(now) };
  const outbound = new OutboundHttp({ allowHosts: allowsCatcher ? [catcher.address] : [] });
  const foundation = {
    outbound,
    database: own.database,
    vault: new Vault(Buffer.alloc(32, 5)),
    sms: vobizSms,
    smtpUrl: hasMail ? smtp.url : undefined,
    mailFrom: 'Lotus <desk@lotus.example>',
    publicUrl: () => 'https://kaivox.example',
    clock,
    log: createLog('silent'),
  };
  const automations = createAutomations(foundation);
  afterAll(async () => {
    await automations.drain();
    await Promise.all([catcher.stop(), smtp.stop(), outbound.close()]);
  });
  const tenant = await aTenant(own);
  const reception = anAdminOf(tenant.id);

  /** Runs what is due in the queue, and what becomes due by that, and waits for what it began. */
  const work = async (of: Pick<typeof automations, 'tasks' | 'drain'> = automations): Promise<void> => {
    for (;;) {
      const due = await own.admin<Job>(TAKE_DUE, [clock.now()]);
      if (due.length === 0) return;
      for (const { task, payload } of due) await of.tasks[task as keyof typeof of.tasks]?.(payload);
      await of.drain();
    }
  };

  return {
    ...own,
    foundation,
    automations,
    catcher,
    smtp,
    tenant,
    /** Signed in as the tenant's admin. */
    reception,
    clock,
    work,
    pass: (ms: number) => {
      now += ms;
    },
    sql: own.admin,
    create: (automation: Partial<AutomationInput> & { actions: ActionInput[] }): Promise<Automation> =>
      automations.service.create(
        null,
        { name: 'A rule', trigger: 'CALL_COMPLETED', ...automation },
        reception,
      ),
    /** A call that was just analysed, as the transaction that did so leaves it. */
    analysed: (options?: AnalysedCallOptions) =>
      anAnalysedCall(own, automations.afterCall, tenant.id, options),
    deliveries: (automationId: string) =>
      own.admin<{ id: string; status: string; attempts: number; problem: string | null; target: string }>(
        `select id, status, attempts, problem, target from automation_deliveries
          where automation_id = $1 order by created_at, id`,
        [automationId],
      ),
    runs: (automationId: string) =>
      own.admin<{ outcome: string; reason: string | null; actions: object[]; trigger: string }>(
        'select outcome, reason, actions, trigger from automation_runs where automation_id = $1 order by ran_at',
        [automationId],
      ),
  };
}

/** As a worker does, but that what it took is gone from the queue at once: as if each attempt's process died after it. */
const TAKE_DUE = `
  delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
   where t.id = j.task_id and j.run_at <= $1 and j.locked_at is null returning j.id, t.identifier as task, j.payload`;
