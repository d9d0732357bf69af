import { expect, test } from 'vitest';
import { isSameNumber, readE164 } from '../../../desktop/renderer/features/numbers/typed-number.ts';

test.each([
  ['+919876543210', '+919876543210'],
  [' +91 98765-43210 ', '+919876543210'],
  ['+91 (98765) 43210', '+919876543210'],
  ['00919876543210', '+919876543210'],
  ['+91\u00a098765\u201143210', '+919876543210'],
  ['9876543210', undefined],
  ['+0919876543210', undefined],
  ['+91 98765 43210 99999', undefined],
  ['+91 abc', undefined],
  ['', undefined],
])('%j is read as %j', (typed, number) => {
  expect(readE164(typed)).toBe(number);
});

test.each([
  ['+919876543210', true],
  ['+91 98765 43210', true],
  ['919876543210', true],
  ['98765 43210', false],
  ['+91 98765 43211', false],
  ['', false],
])('%j confirms +919876543210: %j', (typed, confirms) => {
  expect(isSameNumber(typed, '+919876543210')).toBe(confirms);
});
