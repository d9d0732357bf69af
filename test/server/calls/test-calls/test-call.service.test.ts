import { describe, expect, test } from 'vitest';
import { budgets } from '../../../../server/calls/budgets.ts';
import { TestCallService } from '../../../../server/calls/test-calls/test-call.service.ts';
import { systemClock } from '../../../../server/infra/clock.ts';
import { createLog } from '../../../../server/infra/log.ts';
import type { LanguageModel, ReplyRequest } from '../../../../server/language-model/language-model.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin } from '../../../support/viewer.ts';

const own = await aDatabase();
const asked = { speaker: 'CALLER', text: 'Are you open on Sunday?' } as const;
const refusal = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

const testCalls = (model: LanguageModel, tuning = budgets) =>
  new TestCallService(own.database, model, systemClock, createLog('silent'), tuning);

/** A model that always says the same, and remembers what it was asked. */
function aModelThatSays(...pieces: string[]): LanguageModel & { requests: ReplyRequest[] } {
  const requests: ReplyRequest[] = [];
  return {
    source: 'LANGUAGE_MODEL',
    requests,
    async *reply(request) {
      requests.push(request);
      yield* pieces;
    },
  };
}

/** A model that writes nothing until it is let go. */
function aModelThatHesitates(): LanguageModel & { letGo(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    source: 'LANGUAGE_MODEL',
    letGo: resolve,
    async *reply() {
      await promise;
      yield 'Yes.';
    },
  };
}

test('the reply is made from the draft, and from what was said so far', async () => {
  const { id } = await aTenant(own, { name: 'Lotus Clinic' });
  const model = aModelThatSays('On Sunday we are ', 'closed. Shall I book Monday?');
  const lines = [{ speaker: 'AGENT', text: 'Namaste!' } as const, asked];

  const reply = await testCalls(model).reply(anAdminOf(id).viewer, null, {
    draft: { agentName: 'Meera', facts: 'Closed on Sunday.' },
    lines,
  });

  expect(reply).toMatchObject({
    sentences: ['On Sunday we are closed.', 'Shall I book Monday?'],
    source: 'LANGUAGE_MODEL',
    endsCall: false,
    instructions: expect.stringMatching(/You are Meera.*Lotus Clinic.*Be kind\..*Closed on Sunday\./s),
  });
  expect(reply.milliseconds).toBeGreaterThanOrEqual(0);
  expect(model.requests).toMatchObject([{ lines, instructions: reply.instructions, caller: {} }]);
});

test('nothing of it is kept', async () => {
  const { id } = await aTenant(own);
  const draft = { greeting: 'Namaste!' };
  await testCalls(aModelThatSays('Yes.')).reply(anAdminOf(id).viewer, null, { draft, lines: [asked] });
  const kept = await own.admin(
    `select (select count(*)::int from calls where tenant_id = $1) as calls,
            (select count(*)::int from turns where tenant_id = $1) as turns,
            (select count(*)::int from customers where tenant_id = $1) as customers,
            (select count(*)::int from audit_log where tenant_id = $1) as entries,
            (select array_agg(greeting) from persona_versions where tenant_id = $1) as greetings`,
    [id],
  );
  expect(kept).toEqual([
    { calls: 0, turns: 0, customers: 0, entries: 0, greetings: ['Welcome to Lotus Clinic.'] },
  ]);
});

describe('a reply', () => {
  const replyOf = async (model: LanguageModel, text: string = asked.text, tuning = budgets) => {
    const { id } = await aTenant(own);
    const lines = [{ speaker: 'CALLER', text } as const];
    return testCalls(model, tuning).reply(anAdminOf(id).viewer, null, { draft: {}, lines });
  };

  test('to a goodbye ends the call, as one that says goodbye itself does', async () => {
    expect(await replyOf(aModelThatSays('Take care.'), 'Thank you, goodbye.')).toMatchObject({
      endsCall: true,
    });
    expect(await replyOf(aModelThatSays('Goodbye.'))).toMatchObject({ endsCall: true });
  });

  test('of a model that fails is the apology that callers hear', async () => {
    const broken: LanguageModel = {
      source: 'LANGUAGE_MODEL',
      reply: () => {
        throw new Error('out of quota');
      },
    };
    expect(await replyOf(broken)).toMatchObject({
      source: 'FALLBACK',
      sentences: [expect.stringContaining('sorry')],
      endsCall: false,
    });
  });

  test('is not waited for longer than in a call', async () => {
    const model = aModelThatHesitates();
    const reply = await replyOf(model, asked.text, { ...budgets, firstSentenceMs: 30 });
    model.letGo();
    expect(reply).toMatchObject({ source: 'FALLBACK' });
  });
});

describe('what can’t be tried in a test call', () => {
  const caller = (text: string) => ({ speaker: 'CALLER' as const, text });
  test.each([
    ['a draft that could not be saved', { draft: { greeting: '' }, lines: [asked] }, 'greeting'],
    ['a language that there is not', { draft: { language: 'Klingonese' }, lines: [asked] }, 'language'],
    ['no line', { draft: {}, lines: [] }, 'lines'],
    [
      'a line of the agent at the end',
      { draft: {}, lines: [{ speaker: 'AGENT' as const, text: 'Hello' }] },
      'lines',
    ],
    ['a silent line', { draft: {}, lines: [caller('  ')] }, 'lines'],
    ['a line that nobody would say', { draft: {}, lines: [caller('x'.repeat(2_001))] }, 'lines'],
    ['a call that goes on forever', { draft: {}, lines: Array.from({ length: 201 }, () => asked) }, 'lines'],
  ])('%s', async (_, testCall, field) => {
    const { id } = await aTenant(own);
    const model = aModelThatSays('Yes.');
    await expect(testCalls(model).reply(anAdminOf(id).viewer, null, testCall)).rejects.toThrow(
      refusal('BAD_USER_INPUT', field),
    );
    expect(model.requests).toEqual([]);
  });

  test('another tenant’s persona', async () => {
    const [mine, theirs] = [await aTenant(own), await aTenant(own)];
    const service = testCalls(aModelThatSays('Yes.'));
    const testCall = { draft: {}, lines: [asked] };
    await expect(service.reply(anAdminOf(mine.id).viewer, theirs.id, testCall)).rejects.toThrow(
      refusal('NOT_FOUND'),
    );
    await expect(service.reply(aSuperAdmin().viewer, null, testCall)).rejects.toThrow(
      refusal('BAD_USER_INPUT', 'tenantId'),
    );
    expect(await service.reply(aSuperAdmin().viewer, theirs.id, testCall)).toMatchObject({
      sentences: ['Yes.'],
    });
  });

  test('more than two replies at once, by one person', async () => {
    const { id } = await aTenant(own);
    const [admin, colleague] = [anAdminOf(id).viewer, anAdminOf(id).viewer];
    const model = aModelThatHesitates();
    const service = testCalls(model);
    const testCall = { draft: {}, lines: [asked] };

    const attempts = [1, 2, 3].map(() => service.reply(admin, null, testCall));
    const theirs = service.reply(colleague, null, testCall);
    // While nothing is written, only a refusal can come.
    const first = await Promise.race(attempts.map((attempt) => attempt.catch((error: unknown) => error)));
    expect(first).toMatchObject({ code: 'RATE_LIMITED', details: { retryAfterSeconds: 1 } });
    model.letGo();

    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await theirs).toMatchObject({ sentences: ['Yes.'] });
    expect(await service.reply(admin, null, testCall)).toMatchObject({ sentences: ['Yes.'] });
  });
});
