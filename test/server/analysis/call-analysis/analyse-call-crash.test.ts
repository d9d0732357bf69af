import type { KyselyPlugin } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { Database, type Tx } from '../../../../server/infra/database.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Notifications } from '../../../../server/infra/notifications.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf } from '../a-call.ts';
import { anAnalyst, anAngryAnswer, analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { openai, line } = await anAnalyst();
openai.defaultReply({ json: anAngryAnswer });

/** A process that dies at its statement number `last`, before it or after it. */
function dyingAt(last: number, when: 'before' | 'after'): { database: Database; didDie: () => boolean } {
  let statements = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new Error('The process died');
  };
  class Dying extends Database {
    override inTenant<T>(
      tenantId: TenantId,
      work: (tx: Tx) => Promise<T>,
      options?: { lock?: string },
    ): Promise<T> {
      return super.inTenant(tenantId, (tx) => work(mortal(tx)), options);
    }
  }
  const begins = () => {
    statements += 1;
    if (isDead || (when === 'before' && statements === last)) die();
  };
  const hasRun = () => {
    if (when === 'after' && statements === last) die();
  };
  const between: KyselyPlugin = {
    transformQuery({ node }) {
      begins();
      return node;
    },
    async transformResult({ result }) {
      hasRun();
      return result;
    },
  };
  const mortal = (tx: Tx): Tx => {
    const run: Tx['run'] = async (statement, given) => {
      begins();
      const rows = await tx.run(statement, given);
      hasRun();
      return rows;
    };
    const db = tx.db.withPlugin(between);
    return Object.create(tx, { run: { value: run }, db: { value: db } }) as Tx;
  };
  return { database: new Dying(own.database.orm, true), didDie: () => isDead };
}

test('wherever the process dies, the call is analysed once in the end, and what follows happens once', async () => {
  const notifications = new Notifications(own.url, createLog('silent'));
  await notifications.start();
  afterAll(() => notifications.stop());
  const announced: string[] = [];
  notifications.on('call_activity', (payload) => announced.push(payload));
  await notifications.settled;

  for (const when of ['before', 'after'] as const) {
    for (let at = 1, lived = false; !lived; at += 1) {
      const { id: tenantId } = await aTenant(own);
      const call = await anEndedCall(own, tenantId, linesOf('agent: Hi.', 'caller: Priya. Late again!'), {
        customerName: null,
      });
      const consequences = [
        async (tx: Tx) => {
          await tx.addJob('test-consequence', { callId: call.callId });
        },
      ];
      const { database, didDie } = dyingAt(at, when);
      await analyse({ database }, call, { line: line(), consequences }).catch(() => undefined);
      lived = !didDie();
      await analyse(own, call, { line: line(), consequences });

      const where = `${when} statement ${at}`;
      expect(await analysesOf(own, call), where).toMatchObject([
        { source: 'LANGUAGE_MODEL', intents: ['COMPLAINT'] },
      ]);
      expect(
        await own.admin('select intent from call_intents where call_id = $1', [call.callId]),
        where,
      ).toHaveLength(1);
      const jobs = await own.admin(
        `select 1 from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
          where task_identifier = 'test-consequence' and p.payload->>'callId' = $1`,
        [call.callId],
      );
      expect(jobs, where).toHaveLength(1);
      const customers = await own.admin('select name, heard_name from customers where id = $1', [
        call.customerId,
      ]);
      expect(customers, where).toEqual([{ name: 'Priya', heard_name: 'Priya' }]);
      const spent = await own.admin<{ tokens: string }>(
        'select tokens from analysis_spending where tenant_id = $1',
        [tenantId],
      );
      expect(spent, where).toHaveLength(1);
      const analysed = JSON.stringify({ kind: 'ANALYSED', tenantId, callId: call.callId });
      await expect
        .poll(() => announced.filter((payload) => payload === analysed), { message: where })
        .toHaveLength(1);
      if (lived) expect(at, 'statements to die at').toBeGreaterThan(8);
    }
  }
});
