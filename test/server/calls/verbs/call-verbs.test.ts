import { expect, test } from 'vitest';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
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
