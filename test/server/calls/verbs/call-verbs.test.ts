import { describe, expect, test } from 'vitest';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
import { LessVerified } from '../../../../server/calls/less-verified.ts';
import { readPromptFacts } from '../../../../server/calls/prompt/prompt.store.ts';
import type { CallId } from '../../../../server/infra/ids.ts';
import type { E164 } from '../../../../server/infra/phone-number.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();

/** Says what the caller said. */
const parrot: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  async *reply({ lines }) {
    yield `You said ${lines.at(-1)?.text}.`;
  },
};

const { calls, directory } = await aCallService(own, parrot);
const tenant = await aTenantToCall(own, directory);
const words = (reply: CallReply) =>
  reply.flatMap((step) =>
    step.step === 'listen' ? [step.saying] : step.step === 'say' ? [step.text] : [],
  )[0];

test('a call is greeted, answered turn by turn and closed', async () => {
  const call = aCall(tenant);
  expect(words(await calls.answer(call))).toBe('Welcome to Lotus Clinic.');
  expect(words(await calls.input(call, spoke('one', 1)))).toBe('You said one.');
  expect(words(await calls.input(call, spoke('two', 2)))).toBe('You said two.');
  expect(words(await calls.input(call, spoke('two', 2)))).toBe('You said two.');
  await calls.hangUp(call, { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined });
  const rows = await own.admin(
    `select t.number, t.speaker, t.text from turns t join calls c on c.id = t.call_id
      where c.provider_call_id = $1 order by number`,
    [call.providerCallId],
  );
  expect(rows.map(({ text }) => text)).toEqual([
    'Welcome to Lotus Clinic.',
    'one',
    'You said one.',
    'two',
    'You said two.',
  ]);
});

test('another tenant’s call of the same id is another call', async () => {
  const neighbour = await aTenantToCall(own, directory);
  const call = aCall(tenant);
  await calls.answer(call);
  await calls.input(call, spoke('secret', 1));
  expect(words(await calls.input({ ...call, tenant: neighbour }, spoke('mine', 1)))).toBe('You said mine.');
});

test('of what comes after the hangup, five turns are kept; what comes later still is dropped and counted', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  await calls.hangUp(call, { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined });
  for (let turn = 1; turn <= 7; turn += 1)
    expect(await calls.input(call, spoke(`late ${turn}`, turn))).toEqual([{ step: 'hangUp' }]);
  const rows = await own.admin<{ text: string }>(
    `select t.text from turns t join calls c on c.id = t.call_id
      where c.provider_call_id = $1 and t.speaker = 'CALLER' order by number`,
    [call.providerCallId],
  );
  expect(rows.map(({ text }) => text)).toEqual(['late 1', 'late 2', 'late 3', 'late 4', 'late 5']);
});

describe('a stranger who numbers the turns of their call as they like', () => {
  const exchangesOf = (call: CallIdentity) =>
    own.admin<{ number: number }>(
      `select e.number from exchanges e join calls c on c.id = e.call_id where c.provider_call_id = $1 order by 1`,
      [call.providerCallId],
    );
  const numbers = [250, 101, 99_999, 400, 7, 102];

  test('has stored the first that is too many, and hears the end of the call at all others', async () => {
    const call = aCall(tenant);
    await calls.answer(call);
    const first = await calls.input(call, spoke('x'.repeat(5_000), 250));
    expect(first.at(-1)).toEqual({ step: 'hangUp' });
    for (const turn of numbers.slice(1))
      expect(await calls.input(call, spoke('x'.repeat(5_000), turn))).toEqual([{ step: 'hangUp' }]);
    expect(await exchangesOf(call)).toEqual([{ number: 250 }]);
    // The carrier, which didn't hear the answer, gets it again.
    expect(await calls.input(call, spoke('x'.repeat(5_000), 250))).toEqual(first);
  });

  test('has no more of them stored of what waited on disk', async () => {
    const call = aCall(tenant);
    for (const turn of numbers) await calls.takeLater(call, spoke('later', turn), new Date());
    expect(await exchangesOf(call)).toEqual([{ number: 250 }]);
  });

  test('as long as they are no more than a call may have, is answered in any order: so are callers after a failure', async () => {
    const call = aCall(tenant);
    await calls.answer(call);
    for (const turn of [1, 60, 2, 100, 59])
      expect(words(await calls.input(call, spoke(`${turn}`, turn)))).toBe(`You said ${turn}.`);
  });
});

test('a model is told the latest 250 lines of a call, in their order, however many are stored', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  await own.admin(
    `insert into turns (tenant_id, call_id, number, speaker, text, at)
     select tenant_id, id, n, 'CALLER', 'line ' || n, now() from calls, generate_series(2, 400) n where provider_call_id = $1`,
    [call.providerCallId],
  );
  const [{ id } = {}] = await own.admin<{ id: CallId }>('select id from calls where provider_call_id = $1', [
    call.providerCallId,
  ]);
  if (!id) throw new Error('The call is not there');
  const { lines } = await own.database.inTenant(tenant.id, (tx) =>
    readPromptFacts(tx, { tenantId: tenant.id, callId: id, customerId: null }),
  );
  expect(lines.map(({ text }) => text)).toEqual(
    Array.from({ length: 250 }, (_, index) => `line ${151 + index}`),
  );
});

test('a call to a number that the business gave up isn’t theirs, when it is stored later either', async () => {
  const call = aCall(tenant, { to: '+917971540000' as E164 });
  const retired = { ...call, tenant: { ...tenant, retiredNumbers: ['+917971540000' as E164] } };
  await calls.answer(retired);
  await calls.takeLater(retired, { kind: 'answered' }, new Date());
  const stored = () => own.admin('select from calls where provider_call_id = $1', [call.providerCallId]);
  expect(await stored()).toEqual([]);
  await calls.takeLater(call, { kind: 'answered' }, new Date());
  expect(await stored()).toHaveLength(1);
});

const hungUp = { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined } as const;

describe('a stranger can’t touch a call that the carrier is known to have begun', () => {
  const attempts: Record<string, (call: CallIdentity) => Promise<unknown>> = {
    'by answering it': (call) => calls.answer(call),
    'by speaking in it': (call) => calls.input(call, spoke('two', 2)),
    'by repeating its last turn': (call) => calls.input(call, spoke('one', 1)),
    'by asking for a reply of it': (call) => calls.continue(call, { kind: 'continued', turn: 1, part: 0 }),
    'by a recording': (call) => calls.recorded(call),
    'by hanging up': (call) => calls.hangUp(call, hungUp),
  };
  test.each(Object.entries(attempts))('%s', async (_, attempt) => {
    const call = aCall(tenant, { verified: true });
    await calls.answer(call);
    await calls.input(call, spoke('one', 1));
    const stored = () =>
      own.admin(
        `select c.status, c.line_count, c.last_heard_at, (select count(*) from exchanges e where e.call_id = c.id)
           from calls c where provider_call_id = $1`,
        [call.providerCallId],
      );
    const before = await stored();
    await expect(attempt({ ...call, verified: false })).rejects.toThrow(LessVerified);
    expect(await stored()).toEqual(before);
    expect(words(await calls.input(call, spoke('two', 2)))).toBe('You said two.');
  });
});

test('a call that anyone may have begun takes verified webhooks as well', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  expect(words(await calls.input({ ...call, verified: true }, spoke('one', 1)))).toBe('You said one.');
  expect(words(await calls.input(call, spoke('two', 2)))).toBe('You said two.');
});
