import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forEars } from '../../../../server/calls/speech/for-ears.ts';

test.each([
  ['**A & B** 😊', 'A & B'],
  ['Welcome to A &amp; B.\nHow can I help?', 'Welcome to A & B. How can I help?'],
  ["Hello! Welcome to Pragati Women's Hospital. How can I help you today?", undefined],
  ['Press * for English, # for Hindi.', undefined],
  ['Mail front_desk@speedy.example.', undefined],
  ['<speak>Welcome.</speak>', 'Welcome.'],
  ['Asha here. Hello!', undefined],
  ['Hello &nbsp; there', 'Hello there'],
  ['*smiles* Namaste!', 'Namaste!'],
  ['# Welcome', 'Welcome'],
  ['नमस्ते! **प्रगति** में आपका स्वागत है।', 'नमस्ते! प्रगति में आपका स्वागत है।'],
])('of an owner’s %j a caller hears the words', (text, heard = text) => {
  expect(forEars(text)).toBe(heard);
});

test('a text that a caller may hear stays as it is when it is read again', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 20, mode: 'sentences' }), (text) => {
      expect(forEars(text)).toBe(text);
      expect(forEars(forEars(`**${text}** &amp; *`))).toBe(forEars(`**${text}** &amp; *`));
    }),
  );
});
