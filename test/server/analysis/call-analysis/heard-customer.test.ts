import { expect, test } from 'vitest';
import { aDatabase } from '../../../support/database.ts';
import { asCustomerId } from '../../../support/ids.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, type EndedCall, linesOf } from '../a-call.ts';
import { anAnalyst, anAngryAnswer, analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { id: tenantId } = await aTenant(own);
const { openai, line } = await anAnalyst();

const lines = linesOf('agent: Welcome.', 'caller: This is Priya, or Anu. When do you open?');
const records = async ({ customerId }: EndedCall) => {
  const [row] = await own.admin('select name, heard_name, heard_language from customers where id = $1', [
    customerId,
  ]);
  return row;
};
async function hear(call: EndedCall, callerName: string | null, callerLanguage: string | null = null) {
  openai.nextReply({ json: { ...anAngryAnswer, callerName, callerLanguage } });
  await analyse(own, call, { line: line() });
}
const another = (call: EndedCall) =>
  anEndedCall(own, tenantId, lines, { customerId: asCustomerId(call.customerId ?? '') });

test('a name goes into the records where there is none', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: null });
  await hear(call, 'Priya', 'ta-IN');
  expect(await records(call)).toEqual({ name: 'Priya', heard_name: 'Priya', heard_language: 'ta-IN' });
});

test('a name that a person wrote stays; the other is offered', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: 'Dr. Anuradha Rao' });
  await hear(call, 'Anu');
  expect(await records(call)).toEqual({ name: 'Dr. Anuradha Rao', heard_name: 'Anu', heard_language: null });
});

test('a name that a person changed or took out again stays so, whichever name the next caller says', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: null });
  await hear(call, 'Priya');
  for (const name of ['Priya Nair', null]) {
    await own.admin('update customers set name = $2 where id = $1', [call.customerId, name]);
    await hear(await another(call), 'Anu');
    expect(await records(call)).toMatchObject({ name, heard_name: 'Anu' });
  }
});

const told = async ({ customerId }: EndedCall) => {
  const [row] = await own.admin('select name, name_unverified from customers where id = $1', [customerId]);
  return row;
};

test('a name that was heard in a call that a stranger may have made is shown, and is no verified one', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: null });
  await hear(call, 'Priya');
  expect(await told(call)).toEqual({ name: 'Priya', name_unverified: true });
  await hear(await another(call), 'Anu');
  expect(await told(call)).toEqual({ name: 'Priya', name_unverified: true });
});

test('the first name that a verified call brings goes before one that a stranger may have said, and stays', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: null });
  await hear(call, 'Priya');
  const sure = async () => {
    const next = await another(call);
    await own.admin('update calls set verified = true where id = $1', [next.callId]);
    return next;
  };
  await hear(await sure(), null, 'ta-IN');
  expect(await told(call)).toEqual({ name: 'Priya', name_unverified: true });
  await hear(await sure(), 'Anu');
  expect(await told(call)).toEqual({ name: 'Anu', name_unverified: false });
  await hear(await sure(), 'Meena');
  await hear(await another(call), 'Kavya');
  expect(await told(call)).toEqual({ name: 'Anu', name_unverified: false });
});

test('what isn’t heard again isn’t forgotten', async () => {
  const call = await anEndedCall(own, tenantId, lines, { customerName: null });
  await hear(call, 'Priya', 'ta-IN');
  await hear(await another(call), null);
  expect(await records(call)).toEqual({ name: 'Priya', heard_name: 'Priya', heard_language: 'ta-IN' });
});

test('an anonymous caller’s name stays with the call', async () => {
  const call = await anEndedCall(own, tenantId, lines);
  await hear(call, 'Priya');
  expect(
    await own.admin('select customer_name from call_analyses where call_id = $1', [call.callId]),
  ).toEqual([{ customer_name: 'Priya' }]);
});

test('a caller who has called before is on record as returning', async () => {
  const first = await anEndedCall(own, tenantId, lines, {
    customerName: null,
    startedAt: new Date(Date.now() - 60_000),
  });
  const second = await another(first);
  for (const call of [first, second]) await analyse(own, call);
  expect(await analysesOf(own, first)).toMatchObject([{ is_returning: false }]);
  expect(await analysesOf(own, second)).toMatchObject([{ is_returning: true }]);
});
