import { expect, test } from 'vitest';
import { chosenTests } from './chosen-tests.ts';

const HOURS = 'test/server/tenants/opening-hours.test.ts';
const PERSONA = 'test/desktop/persona-hours.test.ts';
const FILES = [HOURS, PERSONA, 'test/server/calls/silence.test.ts'];

test.each<[string, string[], string[]]>([
  ['no word runs everything', [], []],
  ['a path is Vitest’s to find', ['test/server/tenants'], ['test/server/tenants']],
  ['several paths are several parts', ['test/desktop', HOURS], ['test/desktop', HOURS]],
  ['all words are in a file’s path', ['opening', 'hours'], [HOURS]],
  ['words may come as one', ['Opening hours'], [HOURS]],
  ['one word takes every file that it fits', ['hours'], [HOURS, PERSONA]],
  [
    'words of no path are those of a test’s name, in the files that have them',
    ['is', 'asked', 'twice?'],
    ['test/server/calls/silence.test.ts', '-t', 'is asked twice\\?'],
  ],
  ['or in any file', ['which nobody wrote'], ['-t', 'which nobody wrote']],
  ['options are Vitest’s own', ['--project', 'unit', 'opening'], ['--project', 'unit', 'opening']],
])('%s', (_, words, wanted) => {
  const contentOf = (file: string) => (file.includes('silence') ? "test('a caller is asked twice?')" : '');
  expect(chosenTests(words, FILES, contentOf)).toEqual(wanted);
});
