import { expect, onTestFinished, test, vi } from 'vitest';
import { Admission } from '../../../../server/calls/admission/admission.ts';
import { aDatabase } from '../../../support/database.ts';
import { aCall, aCallService, aTenantToCall, spoke } from '../calls.ts';

const own = await aDatabase();
const { calls, directory } = await aCallService(
  own,
  {
    source: 'LANGUAGE_MODEL',
    async *reply() {
      yield 'Yes.';
    },
  },
  { admission: { most: 2 } },
);
const tenant = await aTenantToCall(own, directory);
const [first, second, third] = [aCall(tenant), aCall(tenant), aCall(tenant)];

test('past what the process bears, new callers hear busy lines, and those in progress go on', async () => {
  await calls.answer(first);
  await calls.answer(second);

  expect(await calls.answer(third)).toEqual([
    { step: 'turnAway', saying: expect.stringMatching(/all our lines are busy/) },
  ]);
  expect(await calls.answer(first)).toMatchObject([{ step: 'listen' }, {}, {}]);
  expect(await calls.input(second, spoke('Are you open?', 1))).toMatchObject([{ saying: 'Yes.' }, {}, {}]);
  expect(await own.admin('select from calls')).toHaveLength(2);
});

test('a caller who was turned away leaves nothing behind, also when the hangup is told', async () => {
  await calls.hangUp(third, { kind: 'hungUp', durationSeconds: 0, cause: 'USER_BUSY', source: undefined });
  expect(await own.admin('select from calls')).toHaveLength(2);
});

test('a call that ends makes room', async () => {
  await calls.hangUp(first, { kind: 'hungUp', durationSeconds: 5, cause: undefined, source: undefined });
  expect(await calls.answer(third)).toMatchObject([{ step: 'listen' }, {}, {}]);
});

test('a flood at one business leaves room for another', async () => {
  const neighbour = await aTenantToCall(own, directory);
  expect(await calls.answer(aCall(tenant))).toMatchObject([{ step: 'turnAway' }]);
  expect(await calls.answer(aCall(neighbour))).toMatchObject([{ step: 'listen' }, {}, {}]);
});

test('what is counted is what happened', () => {
  const admission = new Admission({ most: 1 });
  expect(admission.admits(first)).toBe(true);
  admission.saw(first);
  admission.saw(first);
  expect(admission.admits(second)).toBe(false);
  expect(admission.figures).toEqual({ open: 1, limit: 1, turnedAway: 1, lateWordsDropped: 0 });
  admission.ended(first);
  admission.ended(first);
  expect(admission.figures.open).toBe(0);
});

test('a call of which nothing was heard for half a minute takes no room', () => {
  let now = 0;
  const admission = new Admission({ most: 1, now: () => now });
  admission.saw(first);
  now = 30_000;
  admission.look();
  expect(admission.figures.open).toBe(1);
  now = 30_001;
  admission.look();
  expect(admission.figures.open).toBe(0);
  admission.ended(first);
  expect(admission.figures.open).toBe(0);
  expect(admission.admits(second)).toBe(true);
});

test('turns that hang make a process slow, although none of them is taken', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const admission = new Admission();
  const taken = Array.from({ length: 5 }, () => admission.takes());
  vi.advanceTimersByTime(251);
  admission.look();
  expect(admission.isSlow).toBe(true);
  for (const isTaken of taken) isTaken();
  admission.look();
  expect(admission.isSlow).toBe(true);
  admission.look();
  expect(admission.isSlow).toBe(false);
});

test('an event loop that is held up for longer than a look is slow', () => {
  const admission = new Admission();
  admission.start();
  onTestFinished(() => admission.close());
  admission.look();
  expect(admission.isSlow).toBe(true);
});
