import { expect, test } from 'vitest';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();
const model: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  name: 'gpt-4o',
  async *reply() {
    yield 'The model says so.';
  },
};
/** Two processes on one database. */
const [here, there] = [await aCallService(own, model), await aCallService(own, model)];

const aTenantWith = async (modelTurnsADay: number) => {
  const tenant = await aTenantToCall(own, here.directory);
  return { ...tenant, bounds: { ...tenant.bounds, modelTurnsADay } };
};
const sourcesOf = async ({ providerCallId }: CallIdentity) =>
  (
    await own.admin<{ source: string }>(
      `select t.source from turns t join calls c on c.id = t.call_id
        where c.provider_call_id = $1 and t.speaker = 'AGENT' and t.number > 1 order by t.number`,
      [providerCallId],
    )
  ).map(({ source }) => source);

test('past a day’s turns of the model, the scripted receptionist answers strangers, in whichever process', async () => {
  const tenant = await aTenantWith(3);
  const [one, other] = [aCall(tenant), aCall(tenant)];
  for (const call of [one, other]) await here.calls.answer(call);
  for (const turn of [1, 2]) await here.calls.input(one, spoke('When are you open?', turn));
  for (const turn of [1, 2]) await there.calls.input(other, spoke('When are you open?', turn));
  expect(await sourcesOf(one)).toEqual(['LANGUAGE_MODEL', 'LANGUAGE_MODEL']);
  expect(await sourcesOf(other)).toEqual(['LANGUAGE_MODEL', 'SCRIPTED']);
  expect(there.reached.of('model_turns_a_day')).toBe(1);
  expect(
    await own.admin('select model, number from prompt_log_entries where tenant_id = $1 and model is null', [
      tenant.id,
    ]),
  ).toEqual([{ model: null, number: 2 }]);
});

test('verified callers hear the model all the same, and take nothing of what strangers have', async () => {
  const tenant = await aTenantWith(0);
  const call = aCall(tenant, { verified: true });
  await here.calls.answer(call);
  await here.calls.input(call, spoke('When are you open?', 1));
  expect(await sourcesOf(call)).toEqual(['LANGUAGE_MODEL']);
  expect(await own.admin('select from unverified_model_turns where tenant_id = $1', [tenant.id])).toEqual([]);
});

test('the next day, on the business’s own clock, the model answers strangers again', async () => {
  const tenant = await aTenantWith(1);
  const call = aCall(tenant);
  await here.calls.answer(call);
  await here.calls.input(call, spoke('When are you open?', 1));
  await here.calls.input(call, spoke('And on Sunday?', 2));
  await own.admin(
    `update unverified_model_turns set day = day - 1 where tenant_id = $1 and day = (now() at time zone 'Asia/Kolkata')::date`,
    [tenant.id],
  );
  await here.calls.input(call, spoke('Are you sure?', 3));
  expect(await sourcesOf(call)).toEqual(['LANGUAGE_MODEL', 'SCRIPTED', 'LANGUAGE_MODEL']);
});
