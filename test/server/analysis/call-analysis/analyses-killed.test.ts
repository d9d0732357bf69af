import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { CALL_ENDED_TASK, callEndedKey } from '../../../../server/calls/call-ended.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { QUICK } from '../../infra/jobs/a-worker.ts';
import { anEndedCall, type EndedCall, linesOf } from '../a-call.ts';
import { anAnalyst, anAngryAnswer } from '../an-analysis.ts';
import type { Office } from './analyse-until-killed.ts';

// It starts processes, and calls that find the model busy come back after 5 s.
vi.setConfig({ testTimeout: 60_000 });

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);
const { openai } = await anAnalyst();

const PROGRAM = resolve(import.meta.dirname, 'analyse-until-killed.ts');

/** A process that analyses calls. @returns kills it */
function anOffice(): () => Promise<void> {
  const office: Office = { databaseUrl: own.url, modelUrl: openai.baseUrl, pace: QUICK };
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, JSON.stringify(office)], {
    stdio: 'inherit',
  });
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return kill;
}

/** A call that is over, with the job that its hangup enqueued. */
async function aCallEnded(): Promise<EndedCall> {
  const call = await anEndedCall(
    own,
    tenantId,
    linesOf('agent: Welcome.', 'caller: I have waited for weeks!'),
  );
  const { callId } = call;
  await own.database.inTenant(tenantId, (tx) =>
    tx.addJob(CALL_ENDED_TASK, { tenantId, callId }, { key: callEndedKey(callId) }),
  );
  return call;
}

test('killed during twelve analyses, all are analysed after the restart, each once', async () => {
  openai.defaultReply({ hangs: true });
  const calls = await Promise.all(Array.from({ length: 12 }, aCallEnded));
  const kill = anOffice();
  await expect.poll(() => openai.requests.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  await kill();
  expect(await own.admin('select from graphile_worker.jobs where locked_at is not null')).not.toEqual([]);

  openai.defaultReply({ json: anAngryAnswer });
  anOffice();

  const analysed = () =>
    own.admin<{ id: string }>(
      `select call_id as id from call_analyses where source = 'LANGUAGE_MODEL' order by call_id`,
    );
  const all = calls.map(({ callId }) => ({ id: callId })).sort((a, b) => (a.id < b.id ? -1 : 1));
  await expect.poll(analysed, { timeout: 30_000 }).toEqual(all);
  await expect.poll(() => own.admin('select from graphile_worker.jobs'), { timeout: 5_000 }).toEqual([]);
});
