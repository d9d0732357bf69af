import { expect, test, vi } from 'vitest';
import type { Answer, NumberProvider, OwnedNumber } from '../../../../server/numbers/number-provider.ts';
import { OwnedNumbers } from '../../../../server/numbers/reconciliation/owned-numbers.ts';

/** An account whose lists come when the test says so. */
function aSlowAccount() {
  const waiting: PromiseWithResolvers<Answer<OwnedNumber[]>>[] = [];
  const provider = {
    listOwned: () => {
      const list = Promise.withResolvers<Answer<OwnedNumber[]>>();
      waiting.push(list);
      return list.promise;
    },
  } as Pick<NumberProvider, 'listOwned'> as NumberProvider;
  let now = 0;
  const owned = new OwnedNumbers({ now: () => new Date(++now) });
  return { waiting, ask: () => owned.of('MA_1', provider) };
}
const EMPTY = { outcome: 'done', value: [] } as const satisfies Answer<OwnedNumber[]>;

test('who asks while a list is fetched gets one that was begun afterwards, together with all others', async () => {
  const { waiting, ask } = aSlowAccount();
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(waiting).toHaveLength(1);

  waiting[0]?.resolve({ ...EMPTY });
  const begun = (await first).startedAt.getTime();
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.resolve({ ...EMPTY });
  expect((await second).startedAt.getTime()).toBeGreaterThan(begun);
  expect(await third).toBe(await second);

  const fourth = ask();
  waiting[2]?.resolve({ ...EMPTY });
  expect((await fourth).startedAt.getTime()).toBeGreaterThan((await second).startedAt.getTime());
});

test('a list that breaks keeps no request from the next', async () => {
  const { waiting, ask } = aSlowAccount();
  const [first, second] = [ask(), ask()];
  waiting[0]?.reject(new Error('broke'));
  await expect(first).rejects.toThrow('broke');
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  waiting[1]?.resolve({ ...EMPTY });
  expect((await second).answer).toEqual(EMPTY);
});
