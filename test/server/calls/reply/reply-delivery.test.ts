import { expect, test } from 'vitest';
import type { CallReply } from '../../../../server/calls/call-reply.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';
import { aModelToldWhatToWrite } from '../prompt/a-model-that-remembers.ts';

const own = await aDatabase();
const model = aModelToldWhatToWrite();
const { calls, directory } = await aCallService(own, model);
const elsewhere = await aCallService(own, model);
const tenant = await aTenantToCall(own, directory);

const said = (reply: CallReply) =>
  reply.flatMap((step) =>
    step.step === 'listen' ? [step.saying] : step.step === 'say' ? [step.text] : [],
  )[0];
const redirect = (reply: CallReply) => reply.find((step) => step.step === 'redirect');

test('a reply complete within the first moment is one document', async () => {
  const call = aCall(tenant);
  const reply = calls.input(call, spoke('hello', 1));
  const writing = await model.asked(call);
  writing.write('One. Two. ');
  writing.end();
  expect(said(await reply)).toBe('One. Two.');
});

test('what there is is spoken, and the rest is fetched: each sentence once, whichever process is asked', async () => {
  const call = aCall(tenant);
  const first = calls.input(call, spoke('hello', 1));
  const writing = await model.asked(call);
  writing.write('One. Two. Thr');
  const document = await first;
  expect(said(document)).toBe('One. Two.');
  expect(redirect(document)).toEqual({ step: 'redirect', turn: 1, part: 1 });

  const second = elsewhere.calls.continue(call, { kind: 'continued', turn: 1, part: 1 });
  writing.write('ee. Four. ');
  const next = await second;
  expect(said(next)).toBe('Three. Four.');
  writing.end();
  const last = await calls.continue(call, { kind: 'continued', turn: 1, part: 2 });
  expect(last[0]).toMatchObject({ step: 'listen', turn: 2 });
  expect(await elsewhere.calls.continue(call, { kind: 'continued', turn: 1, part: 1 })).toEqual(next);
});

test('a model that takes its time is bridged by a filler that is no part of the transcript', async () => {
  const call = aCall(tenant);
  const began = performance.now();
  const document = await calls.input(call, spoke('hello', 1));
  expect(performance.now() - began).toBeLessThan(2_500);
  expect(redirect(document)).toEqual({ step: 'redirect', turn: 1, part: 1 });
  const writing = await model.asked(call);
  writing.write('Here it is.');
  writing.end();
  expect(said(await calls.continue(call, { kind: 'continued', turn: 1, part: 1 }))).toBe('Here it is.');
  const lines = await own.admin<{ text: string }>(
    'select t.text from turns t join calls c on c.id = t.call_id where c.provider_call_id = $1 order by number',
    [call.providerCallId],
  );
  expect(lines.map(({ text }) => text)).toEqual(['hello', 'Here it is.']);
});

test('a reply whose process died is given up with an apology, and the call goes on', async () => {
  const call = aCall(tenant);
  await calls.input(call, spoke('hello', 1));
  await own.admin(
    `update exchanges set stalls_at = now() - interval '1 s'
      where call_id = (select id from calls where provider_call_id = $1)`,
    [call.providerCallId],
  );
  const reply = await elsewhere.calls.continue(call, { kind: 'continued', turn: 1, part: 1 });
  expect(said(reply)).toMatch(/sorry/i);
  expect(reply[0]).toMatchObject({ step: 'listen', turn: 2 });
});

test('a redirect for a turn that the call doesn’t know is answered by listening on', async () => {
  const call = aCall(tenant);
  await calls.answer(call);
  const reply = await calls.continue(call, { kind: 'continued', turn: 7, part: 2 });
  expect(reply[0]).toMatchObject({ step: 'listen', turn: 8 });
});
