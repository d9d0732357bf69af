import { expect, test } from 'vitest';
import { changedIn } from '../../../desktop/renderer/features/customers/changed.ts';

const ravi = { name: 'Ravi', notes: 'Prefers mornings.', notesTellable: false, tags: ['regular'] };

test.each([
  ['nothing', ravi, {}],
  ['the notes alone, as staff does', { ...ravi, notes: 'Prefers evenings.' }, { notes: 'Prefers evenings.' }],
  ['a name with space around it', { ...ravi, name: ' Ravi Kumar ' }, { name: 'Ravi Kumar' }],
  ['space around a name only', { ...ravi, name: ' Ravi ' }, {}],
  ['a name taken away', { ...ravi, name: ' ' }, { name: null }],
  ['that notes may be told', { ...ravi, notesTellable: true }, { notesTellable: true }],
  ['notes taken away', { ...ravi, notes: '' }, { notes: null }],
  ['another tag', { ...ravi, tags: ['regular', 'vip'] }, { tags: ['regular', 'vip'] }],
  ['no tags any more', { ...ravi, tags: [] }, { tags: [] }],
])('%s', (_, typed, changed) => {
  expect(changedIn(ravi, typed)).toEqual(changed);
});
