import { expect, test } from 'vitest';
import { containing } from '../../../server/infra/like.ts';

test.each([
  ['asha', '%asha%'],
  ['  asha rao ', '%asha rao%'],
  ['100%', '%100\\%%'],
  ['a_b\\c', '%a\\_b\\\\c%'],
  ['  ', null],
  [undefined, null],
  [null, null],
])('%j is looked for as %j', (typed, pattern) => {
  expect(containing(typed)).toBe(pattern);
});
