import { describe, expect, onTestFinished, test } from 'vitest';
import { ScriptedReader } from '../../../../server/analysis/call-analysis/scripted-reader.ts';
import { notRead, readByScript } from '../../../../server/analysis/call-analysis/scripted-reading.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf } from '../a-call.ts';
import { analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);

const lines = linesOf(
  'agent: Welcome.',
  'caller: My name is Priya, please connect me to a human',
  'agent: Somebody will call you back.',
);
const hostile = linesOf(...Array.from({ length: 100 }, () => `caller: ${'ﷺ'.repeat(5_000)}`));

type Options = { script?: string; patienceMs?: number };

/** A reader whose thread runs `script`, or the real one. */
function aReader({ script, patienceMs = 20_000 }: Options = {}): ScriptedReader {
  const entry = script === undefined ? [] : [new URL(`data:text/javascript,${encodeURIComponent(script)}`)];
  const reader = new ScriptedReader(createLog('silent'), { patienceMs, startMs: 30_000 }, ...entry);
  onTestFinished(() => reader.close());
  return reader;
}

/** What a thread does with each call, where it isn't to read them. */
const onCall = (does: string) =>
  `import { parentPort, threadId } from 'node:worker_threads';
   parentPort.on('message', (lines) => { ${does} });
   parentPort.postMessage('ready');`;

test('reads in a thread of its own what the script reads', async () => {
  expect(await aReader().read(lines)).toEqual(readByScript(lines));
});

test('the process goes on while 100 hostile turns are read, of which it reads none', async () => {
  const reader = aReader();
  await reader.read(lines);
  const usage = process.threadCpuUsage();
  const reading = await reader.read(hostile);
  const { user, system } = process.threadCpuUsage(usage);
  expect(reading?.findings.turnSentiments).toHaveLength(100);
  // Processor time of this thread alone; reading them here would have taken more than a second of it.
  expect((user + system) / 1_000).toBeLessThan(100);
});

test('calls are read one after the other, by one thread', async () => {
  const reader = aReader({ script: onCall('parentPort.postMessage(threadId)') });
  const threads = await Promise.all([reader.read(lines), reader.read(lines), reader.read(hostile)]);
  expect(new Set(threads).size).toBe(1);
});

describe('a thread that fails', () => {
  test.each([
    ['never answers', 'for (;;);'],
    ['breaks', 'throw new Error("broken")'],
    ['runs out of memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}));'],
  ])('because it %s is ended, and the next call gets another', async (_, does) => {
    const reader = aReader({
      script: onCall(`if (lines.length > 3) { ${does} } else parentPort.postMessage(threadId)`),
      patienceMs: 2_000,
    });
    const first = await reader.read(lines);
    expect(await reader.read(hostile)).toBeUndefined();
    const next = await reader.read(lines);
    expect(next).toEqual(expect.any(Number));
    expect(next).not.toBe(first);
  });

  test('as soon as it starts costs no call its analysis', async () => {
    expect(await aReader({ script: 'throw new Error("no model")' }).read(lines)).toBeUndefined();
  });

  test('between two calls is replaced', async () => {
    const dies = 'parentPort.postMessage(threadId); setImmediate(() => { throw new Error("later") })';
    const reader = aReader({ script: onCall(dies), patienceMs: 2_000 });
    const first = await reader.read(lines);
    // A call that comes just as the thread dies isn't read by it.
    await expect.poll(() => reader.read(lines)).toSatisfy((next) => next !== undefined && next !== first);
  });
});

test('a call that couldn’t be read is on record as such, and a staff member is to look at it', async () => {
  const call = await anEndedCall(own, tenantId, lines);
  await analyse(own, call, { reader: aReader({ script: onCall('for (;;);'), patienceMs: 100 }) });
  expect(await analysesOf(own, call)).toMatchObject([
    {
      source: 'SCRIPTED',
      outcome: 'FOLLOW_UP_NEEDED',
      summary: notRead.findings.summary,
      turn_sentiments: [],
    },
  ]);
});

test('a process that stops leaves the call to another', async () => {
  const call = await anEndedCall(own, tenantId, lines);
  const reader = aReader({ script: onCall('for (;;);') });
  const analysing = analyse(own, call, { reader });
  const refused = expect(analysing).rejects.toThrow('The process stops');
  await reader.close();
  await refused;
  expect(await analysesOf(own, call)).toEqual([]);
});
