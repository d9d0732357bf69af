import { expect, test } from 'vitest';
import { RepliesAtOnce } from '../../../../server/calls/test-calls/replies-at-once.ts';
import { newUserId } from '../../../../server/infra/ids.ts';

test('as many as may be run at the same time; who comes next is told to wait, until one is done', async () => {
  const asha = newUserId();
  const few = new RepliesAtOnce(2);
  const first = Promise.withResolvers<string>();
  const second = Promise.withResolvers<string>();
  const running = [few.run(asha, () => first.promise), few.run(asha, () => second.promise)];
  const third = () => few.run(asha, async () => 'third');
  await expect(third()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  expect(await few.run(newUserId(), async () => 'hers')).toBe('hers');
  first.resolve('first');
  expect(await running[0]).toBe('first');
  expect(await third()).toBe('third');
  second.reject(new Error('It broke'));
  await expect(running[1]).rejects.toThrow('It broke');
  expect(await Promise.all([third(), third()])).toEqual(['third', 'third']);
});
