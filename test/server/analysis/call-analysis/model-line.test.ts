import { expect, test } from 'vitest';
import { ModelLine } from '../../../../server/analysis/call-analysis/model-line.ts';
import { newTenantId, type TenantId } from '../../../../server/infra/ids.ts';
import type { AnalystAnswer } from '../../../../server/language-model/analyst.ts';
import { linesOf } from '../a-call.ts';

/** Callers of three businesses, known to come from Vobiz. */
const [A, B, C] = [newTenantId(), newTenantId(), newTenantId()];
const verified = (tenantId: TenantId) => ({ tenantId, verified: true });
const unverified = (tenantId: TenantId) => ({ tenantId, verified: false });
const now = new Date('2026-11-24T10:00:00Z');
const callOf = (tenantId: TenantId, isVerified = true) => ({
  ...{ tenantId, verified: isVerified },
  businessName: 'Lotus',
  facts: '',
  lines: linesOf('caller: Hello?'),
});
const secondsLater = (place: Date) => (place.getTime() - now.getTime()) / 1_000;

/** A line to a model that answers when it is told to. */
function aLine(
  limits = {
    ...{ patienceMs: 5_000, mostAtOnce: 4, mostOfATenant: 2 },
    unverified: { mostAtOnce: 2, mostOfATenant: 1 },
  },
) {
  const asked: PromiseWithResolvers<AnalystAnswer>[] = [];
  const analyse = () => {
    const answer = Promise.withResolvers<AnalystAnswer>();
    asked.push(answer);
    return answer.promise;
  };
  const line = new ModelLine({ model: 'patient', analyse }, limits);
  const answerAll = () => {
    for (const { resolve } of asked) resolve({ kind: 'failed', reason: '', tokens: 0 });
  };
  return { line, answerAll };
}

test('a tenant whose calls all end together leaves room for another’s', async () => {
  const { line, answerAll } = aLine();
  const asking = [line.ask(callOf(A)), line.ask(callOf(A))];
  expect(line.isBusyFor(verified(A))).toBe(true);
  expect(line.isBusyFor(verified(B))).toBe(false);
  asking.push(line.ask(callOf(B)), line.ask(callOf(C)));
  expect(line.isBusyFor(verified(B))).toBe(true);
  answerAll();
  await Promise.all(asking);
  expect(line.isBusyFor(verified(A))).toBe(false);
});

test('calls that find no room come again one after the other, and none is put off for longer than a minute', () => {
  const { line } = aLine();
  const places = Array.from({ length: 1_000 }, () => secondsLater(line.placeFor(verified(A), now)));
  expect(places[0]).toBeGreaterThanOrEqual(1);
  expect(places[0]).toBeLessThan(2);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places.at(-1)).toBe(60);
});

test('a tenant isn’t put off by the calls of another', () => {
  const { line } = aLine();
  for (let call = 0; call < 1_000; call += 1) line.placeFor(verified(A), now);
  expect(secondsLater(line.placeFor(verified(B), now))).toBeLessThan(2);
});

test('while a stranger’s calls wait for the model, the same tenant’s other calls, and other tenants’, find room', async () => {
  const { line, answerAll } = aLine();
  const asking = [line.ask(callOf(A, false))];
  expect(line.isBusyFor(unverified(A))).toBe(true);
  expect(line.isBusyFor(verified(A))).toBe(false);
  asking.push(line.ask(callOf(B, false)));
  expect(line.isBusyFor(unverified(C))).toBe(true);
  expect(line.isBusyFor(verified(C))).toBe(false);
  answerAll();
  await Promise.all(asking);
  expect(line.isBusyFor(unverified(A))).toBe(false);
});

test('a tenant’s calls aren’t put off by those that a stranger invented', () => {
  const { line } = aLine();
  for (let call = 0; call < 1_000; call += 1) line.placeFor(unverified(A), now);
  expect(secondsLater(line.placeFor(verified(A), now))).toBeLessThan(2);
});
