import { expect, test } from 'vitest';
import { readSearch } from '../../../server/customers/customer-search.ts';

test.each([
  ['98765', { texts: ['98765'], number: '98765' }],
  ['09876 543-210', { texts: ['09876 543-210'], number: '9876543210' }],
  ['+91 (98765) 43210', { texts: ['+91 (98765) 43210'], number: '919876543210' }],
  ['00', { texts: ['00'], number: null }],
  ['Asha  Rao', { texts: ['Asha', 'Rao'], number: null }],
  ['room 12', { texts: ['room', '12'], number: null }],
  ['+', { texts: ['+'], number: null }],
  ['a b c d e f g h i j', { texts: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], number: null }],
  ['   ', undefined],
  ['', undefined],
  [null, undefined],
])('%j looks for %j', (typed, search) => {
  expect(readSearch(typed)).toEqual(search);
});
