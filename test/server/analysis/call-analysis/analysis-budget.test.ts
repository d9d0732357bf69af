import { expect, test } from 'vitest';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anEndedCall, linesOf } from '../a-call.ts';
import { anAnalyst, anAngryAnswer, analyse, analysesOf } from '../an-analysis.ts';

const own = await aDatabase();
const { openai, line } = await anAnalyst();

/** A tenant in India with so many tokens a day, and what its calls at an instant are analysed by. */
async function aTenantWith(tokens: number) {
  const { id: tenantId } = await aTenant(own);
  await own.admin('update tenants set analysis_tokens_a_day = $2 where id = $1', [tenantId, tokens]);
  return {
    tenantId,
    analysedAt: async (instant: string, { verified = false } = {}) => {
      const call = await anEndedCall(own, tenantId, linesOf('caller: You are late again'), { verified });
      await analyse(own, call, { line: line(), clock: { now: () => new Date(instant) } });
      const [analysis] = await analysesOf(own, call);
      return analysis?.source;
    },
    spent: () =>
      own.admin('select day::text, tokens::int from analysis_spending where tenant_id = $1 order by 1', [
        tenantId,
      ]),
  };
}

test('a tenant’s tokens last for a day of its own time zone; then the script analyses', async () => {
  openai.defaultReply({ json: anAngryAnswer });
  const { analysedAt, spent } = await aTenantWith(150);
  expect(await analysedAt('2026-11-24T10:00:00Z')).toBe('LANGUAGE_MODEL');
  expect(await analysedAt('2026-11-24T11:00:00Z')).toBe('LANGUAGE_MODEL');
  expect(await analysedAt('2026-11-24T12:00:00Z')).toBe('SCRIPTED');
  expect(await analysedAt('2026-11-24T18:29:59Z')).toBe('SCRIPTED');
  expect(await analysedAt('2026-11-24T18:30:00Z')).toBe('LANGUAGE_MODEL');
  expect(await spent()).toEqual([
    { day: '2026-11-24', tokens: expect.any(Number) },
    { day: '2026-11-25', tokens: expect.any(Number) },
  ]);
});

test('failures count as well: they cost as much', async () => {
  openai.defaultReply({ text: 'Late.' });
  const { analysedAt, spent } = await aTenantWith(200);
  await analysedAt('2026-11-24T10:00:00Z');
  expect(await spent()).toEqual([{ day: '2026-11-24', tokens: 202 }]);
  const asked = openai.requests.length;
  expect(await analysedAt('2026-11-24T11:00:00Z')).toBe('SCRIPTED');
  expect(openai.requests).toHaveLength(asked);
});

test('a tenant without tokens never asks a model, and other tenants’ tokens are their own', async () => {
  openai.defaultReply({ json: anAngryAnswer });
  const [none, many] = [await aTenantWith(0), await aTenantWith(1_000)];
  expect(await none.analysedAt('2026-11-24T10:00:00Z')).toBe('SCRIPTED');
  expect(await none.spent()).toEqual([]);
  expect(await many.analysedAt('2026-11-24T10:00:00Z')).toBe('LANGUAGE_MODEL');
});

test('what strangers’ calls take of a day’s tokens is bounded, and nothing of what verified calls may take', async () => {
  openai.defaultReply({ json: anAngryAnswer });
  const { tenantId, analysedAt } = await aTenantWith(150);
  await own.admin('update tenants set unverified_analysis_tokens_a_day = 1 where id = $1', [tenantId]);
  const stranger = () => analysedAt('2026-11-24T10:00:00Z');
  const caller = () => analysedAt('2026-11-24T10:00:00Z', { verified: true });
  expect(await stranger()).toBe('LANGUAGE_MODEL');
  expect(await stranger()).toBe('SCRIPTED');
  expect([await caller(), await caller(), await caller()]).toEqual([
    'LANGUAGE_MODEL',
    'LANGUAGE_MODEL',
    'SCRIPTED',
  ]);
});
