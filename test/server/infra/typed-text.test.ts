import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typedText } from '../../../server/infra/typed-text.ts';

const rules = { what: 'The note', most: 40 };

test.each([
  ['  Hello  ', 'Hello'],
  ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  ['tab\there', 'tab\there'],
  ['bell\u0007, nul\0, next line\u0085', 'bell, nul, next line'],
  ['half \ud83d of a smile, \ufffe', 'half  of a smile,'],
  ['नमस्ते 🙂', 'नमस्ते 🙂'],
])('%j is kept as %j', (typed, text) => {
  expect(typedText('notes', typed, rules)).toBe(text);
});

test('a text of one line has no breaks in it', () => {
  expect(typedText('name', 'Asha\n  Rao\t', { ...rules, isOneLine: true })).toBe('Asha Rao');
});

test('only what may be empty can be', () => {
  expect(typedText('notes', ' \0 ', { ...rules, mayBeEmpty: true })).toBe('');
  expect(() => typedText('notes', ' \0 ', rules)).toThrow("The note can't be empty.");
  expect(() => typedText('notes', null, { ...rules, mayBeEmpty: true })).toThrow("The note can't be empty.");
});

test('one character too many is refused, and the field named', () => {
  expect(typedText('notes', 'x'.repeat(40), rules)).toHaveLength(40);
  expect(() => typedText('notes', 'x'.repeat(41), rules)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      message: 'The note has at most 40 characters; this one has 41.',
      details: { field: 'notes' },
    }),
  );
});

test('whatever is typed, what is kept fits into XML 1.0', () => {
  const typed = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(typed, (text) => {
      const kept = typedText('notes', text, { what: 'It', most: 1_000, mayBeEmpty: true });
      // XML 1.0, production 2.
      expect(kept).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
    }),
  );
});
