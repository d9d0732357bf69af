import { expect, test } from 'vitest';
import { remembered } from '../../../server/infra/remembered.ts';

test('what was made of a text is made once, and of many texts, some are made again', () => {
  const made: string[] = [];
  const shout = remembered((text) => {
    made.push(text);
    return text.toUpperCase();
  });
  expect([shout('a'), shout('a'), shout('b')]).toEqual(['A', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  for (let n = 0; n < 500; n += 1) shout(`${n}`);
  expect(shout('a')).toBe('A');
  expect(made.filter((text) => text === 'a')).toHaveLength(2);
});
