import { describe, expect, test } from 'vitest';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
import { LessVerified } from '../../../../server/calls/less-verified.ts';
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
