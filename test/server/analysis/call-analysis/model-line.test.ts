import { expect, test } from 'vitest';
import { ModelLine } from '../../../../server/analysis/call-analysis/model-line.ts';
import { newTenantId, type TenantId } from '../../../../server/infra/ids.ts';
import type { AnalystAnswer } from '../../../../server/language-model/analyst.ts';
import { linesOf } from '../a-call.ts';

const [A, B, C] = [newTenantId(), newTenantId(), newTenantId()];
const now = new Date('2026-11-24T10:00:00Z');
const callOf = (tenantId: TenantId) => ({
  tenantId,
  businessName: 'Lotus',
  facts: '',
  lines: linesOf('caller: Hello?'),
});
const secondsLater = (place: Date) => (place.getTime() - now.getTime()) / 1_000;

/** A line to a model that answers when it is told to. */
function aLine(limits = { patienceMs: 5_000, mostAtOnce: 4, mostOfATenant: 2 }) {
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
  expect(line.isBusyFor(A)).toBe(true);
  expect(line.isBusyFor(B)).toBe(false);
  asking.push(line.ask(callOf(B)), line.ask(callOf(C)));
  expect(line.isBusyFor(B)).toBe(true);
  answerAll();
  await Promise.all(asking);
  expect(line.isBusyFor(A)).toBe(false);
});

test('calls that find no room come again one after the other, and none is put off for longer than a minute', () => {
  const { line } = aLine();
  const places = Array.from({ length: 1_000 }, () => secondsLater(line.placeFor(A, now)));
  expect(places[0]).toBeGreaterThanOrEqual(1);
  expect(places[0]).toBeLessThan(2);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  expect(places.at(-1)).toBe(60);
});

test('a tenant isn’t put off by the calls of another', () => {
  const { line } = aLine();
  for (let call = 0; call < 1_000; call += 1) line.placeFor(A, now);
  expect(secondsLater(line.placeFor(B, now))).toBeLessThan(2);
});
