import { buffer } from 'node:stream/consumers';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CallResolver } from '../../../../server/calls/call.resolver.ts';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import { PromptLogResolver } from '../../../../server/calls/prompt/prompt-log.resolver.ts';
import { storePromptLog } from '../../../../server/calls/prompt/prompt-log.store.ts';
import { CustomerErasure } from '../../../../server/calls/retention/customer-erasure.ts';
import { purgeWords } from '../../../../server/calls/retention/purge-words.store.ts';
import { buildKaiVoxSchema } from '../../../../server/graphql/schema.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import type { CallId } from '../../../../server/infra/ids.ts';
import type { E164 } from '../../../../server/infra/phone-number.ts';
import type { LanguageModel, ReplyRequest } from '../../../../server/language-model/language-model.ts';
import { TenantExport } from '../../../../server/tenants/erasure-and-export/tenant-export.ts';
import { CountingDatabase } from '../../../support/counting-database.ts';
import { aDatabase } from '../../../support/database.ts';
import { everythingOf } from '../../../support/everything-of.ts';
import { unzip } from '../../../support/unzip.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../../support/viewer.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';
import { aModelToldWhatToWrite } from './a-model-that-remembers.ts';

const own = await aDatabase();
const database = new CountingDatabase(own);
const schema = buildKaiVoxSchema([
  new CallResolver(new CallListService(database), database),
  new PromptLogResolver(database),
]);

const asked: ReplyRequest[] = [];
const model: LanguageModel = {
  source: 'LANGUAGE_MODEL',
  name: 'gpt-4o',
  async *reply(request) {
    asked.push(request);
    if (request.lines.at(-1)?.text === 'Fail.') throw new Error('The model failed');
    yield 'Yes, we are. ';
  },
};
const { calls, generator, directory } = await aCallService({ ...own, database }, model);

const idOf = async ({ providerCallId }: CallIdentity): Promise<CallId> =>
  (await own.admin<{ id: CallId }>('select id from calls where provider_call_id = $1', [providerCallId]))[0]
    ?.id ?? expect.unreachable('the call is there');

/** A call in which that was said, over. */
async function aCallWith(words: string[], options: Partial<CallIdentity> = {}) {
  const tenant = options.tenant ?? (await aTenantToCall(own, directory));
  const call = aCall(tenant, options);
  await calls.answer(call);
  for (const [index, said] of words.entries()) await calls.input(call, spoke(said, index + 1));
  await calls.hangUp(call, {
    kind: 'hungUp',
    durationSeconds: 60,
    cause: 'NORMAL_CLEARING',
    source: undefined,
  });
  await generator.drain();
  return { tenantId: tenant.id, tenant, id: await idOf(call) };
}

type PromptLogEntry = { turn: number; line: number | null; instructions: string };

const PROMPTS = `query ($id: ID!, $line: Int, $first: Int) {
  call(id: $id) {
    prompts(line: $line, first: $first) { turn line source model instructions callerData firstLine lastLine earlier at }
  }
}`;

async function promptsFor(who: SignedIn, id: string, which: { line?: number; first?: number } = {}) {
  const contextValue = { ...who };
  const variableValues = { id, first: 100, ...which };
  const { data, errors } = await graphql({ schema, source: PROMPTS, contextValue, variableValues });
  return {
    prompts: (data?.call as { prompts: PromptLogEntry[] } | undefined)?.prompts,
    refusal: errors?.[0]?.originalError,
  };
}

test('an admin reads to the letter what the model was told then, whatever has changed since', async () => {
  asked.length = 0;
  const from = '+919876500101' as E164;
  const { id, tenantId } = await aCallWith(['Are you open?', 'And on Sunday?'], { from });
  await own.admin(`update customers set name = 'Somebody Else', notes = 'New.' where phone = $1`, [from]);
  await own.admin('update persona_versions set facts = $2, instructions = $2 where tenant_id = $1', [
    tenantId,
    'Something else.',
  ]);

  const { prompts } = await promptsFor(anAdminOf(tenantId), id);

  expect(asked).toHaveLength(2);
  expect(prompts).toMatchObject([
    { turn: 1, line: 3, firstLine: 1, lastLine: 2, instructions: asked[0]?.instructions },
    { turn: 2, line: 5, firstLine: 1, lastLine: 4, instructions: asked[1]?.instructions },
  ]);
  expect(prompts?.[0]).toMatchObject({ source: 'LANGUAGE_MODEL', model: 'gpt-4o', earlier: null });
  expect((await promptsFor(aSuperAdmin(), id)).prompts).toEqual(prompts);
  expect((await promptsFor(anAdminOf(tenantId), id, { line: 5 })).prompts).toEqual(prompts?.slice(1));
  expect((await promptsFor(anAdminOf(tenantId), id, { line: 1 })).prompts).toEqual([]);
  expect((await promptsFor(anAdminOf(tenantId), id, { first: 1 })).prompts).toEqual(prompts?.slice(0, 1));
  expect((await promptsFor(anAdminOf(tenantId), id, { first: 101 })).refusal).toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('what stays the same from turn to turn is kept once', async () => {
  const { id } = await aCallWith(['One.', 'Two.', 'Three.', 'Four.']);
  const parts = await own.admin<{ length: number }>(
    'select length(text) from prompt_log_parts where call_id = $1',
    [id],
  );
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  const [longest] = asked.slice(-4).map(({ instructions }) => instructions.length);
  // Whole, and the time once more for each minute that the test may have crossed.
  expect(size).toBeLessThan((longest ?? 0) + 400);
});

test('it is stored when the reply is, so that no caller waits for it', async () => {
  database.statements.length = 0;
  await aCallWith(['Are you open?']);
  const place = (part: RegExp) => database.statements.findLastIndex((sql) => part.test(sql));
  expect(place(/insert into prompt_log_entries/)).toBeGreaterThan(place(/set segments = segments/));
  expect(place(/set segments = segments/)).toBeGreaterThan(-1);
});

test('a model that failed was told as well', async () => {
  const { id, tenantId } = await aCallWith(['Fail.']);
  const { prompts } = await promptsFor(anAdminOf(tenantId), id);
  expect(prompts).toMatchObject([{ source: 'FALLBACK', model: 'gpt-4o', line: 3 }]);
});

test('so was one whose caller hung up before a word of it', async () => {
  const slow = aModelToldWhatToWrite();
  const service = await aCallService(own, slow);
  const call = aCall(await aTenantToCall(own, directory));
  await service.calls.answer(call);
  const reply = service.calls.input(call, spoke('Hello?', 1));
  await slow.asked(call);
  await service.calls.hangUp(call, {
    kind: 'hungUp',
    durationSeconds: 3,
    cause: undefined,
    source: undefined,
  });
  await reply;
  await service.generator.drain();
  const { prompts } = await promptsFor(aSuperAdmin(), await idOf(call));
  expect(prompts).toMatchObject([{ turn: 1, line: null, model: null, lastLine: 2 }]);
});

test('a page of calls costs as many statements as one call', async () => {
  const { tenant } = await aCallWith(['One.']);
  for (let number = 0; number < 4; number += 1) await aCallWith(['One.', 'Two.'], { tenant });
  const page = async (first: number) => {
    database.statements.length = 0;
    const source = `{ calls(first: ${first}) { edges { node { prompts { instructions } } } } }`;
    const { data } = await graphql({ schema, source, contextValue: { ...anAdminOf(tenant.id) } });
    const { edges } = (data?.calls ?? expect.unreachable('calls are answered')) as {
      edges: { node: { prompts: PromptLogEntry[] } }[];
    };
    return { edges, statements: database.statements.length };
  };
  const [small, large] = [await page(1), await page(5)];
  expect(large.edges.map(({ node }) => node.prompts.length)).toEqual([2, 2, 2, 2, 1]);
  expect(large.statements).toBe(small.statements);
});

test('staff are refused, and another tenant’s admin finds nothing', async () => {
  const { id, tenantId } = await aCallWith(['One.']);
  const stranger = await aTenantToCall(own, directory);
  expect((await promptsFor(staffOf(tenantId), id)).refusal).toMatchObject({ code: 'FORBIDDEN' });
  expect((await promptsFor(anAdminOf(stranger.id), id)).refusal).toMatchObject({ code: 'NOT_FOUND' });
});

describe('with the words of the call', () => {
  test('it is forgotten, and not written again by a turn that comes late', async () => {
    const { id, tenantId } = await aCallWith(['One.', 'Two.']);
    await own.database.inTenant(tenantId, (tx) => purgeWords(tx, tenantId, [id]));
    const part = { id: '00000000-0000-4000-8000-000000000000', text: 'Their name.' };
    const late = {
      ...{ model: undefined, parts: [part], callerData: undefined },
      ...{ firstLine: 1, lastLine: 2, earlier: undefined },
    };
    await own.database.inTenant(tenantId, (tx) =>
      storePromptLog(tx, { tenantId, callId: id, number: 1 }, late),
    );
    for (const table of ['prompt_log_parts', 'prompt_log_entries'])
      expect(await own.admin(`select 1 from ${table} where call_id = $1`, [id])).toEqual([]);
  });

  test('it is erased where a person is', async () => {
    const from = '+919876500102' as E164;
    const { tenantId, tenant } = await aCallWith(['Hello.'], { from, verified: true });
    const [customer] = await own.admin<{ id: string }>(
      `update customers set name = 'Zubaida', notes = 'Xylophone.', notes_tellable = true where phone = $1 returning id`,
      [from],
    );
    await aCallWith(['Hello again.'], { tenant, from, verified: true });
    expect((await everythingOf(own, tenantId)).join('\n')).toMatch(
      /prompt_log_entries [^;]*Zubaida[^;]*Xylophone/,
    );

    await new CustomerErasure(own.database, systemClock).erase(customer?.id ?? '', anAdminOf(tenantId));

    expect((await everythingOf(own, tenantId)).join('\n')).not.toMatch(/zubaida|xylophone/i);
  });

  test('it is exported', async () => {
    const { tenantId } = await aCallWith(['One.']);
    const exporter = new TenantExport(own.database, { now: () => new Date() });
    const { zip } = await exporter.open(undefined, anAdminOf(tenantId));
    const files = unzip(await buffer(zip));
    expect(files.get('prompt_log_parts.jsonl')?.toString('utf8')).toContain('You are ');
    expect(files.get('prompt_log_entries.jsonl')?.toString('utf8')).toContain('gpt-4o');
  });
});
