import fc from 'fast-check';
import { expect, test } from 'vitest';
import { promptLogEntryOf } from '../../../../server/calls/prompt/prompt-log.ts';
import { withinRoom } from '../../../../server/calls/prompt/transcript-room.ts';
import type { Line } from '../../../../server/language-model/briefing.ts';

const persona = { businessName: '', agentName: '', instructions: '', facts: '', language: 'en-IN' };
const lineOf = (text: string, index: number): Line => ({ speaker: index % 2 ? 'CALLER' : 'AGENT', text });
const requestOf = (instructions: string, lines: Line[]) => ({
  ...{ instructions, lines: withinRoom(lines, 40_000), persona },
  ...{ caller: {}, localTime: 'Tuesday, 24 November 2026, 5:30 pm' },
});
const told = (instructions: string, lines = ['Hello.', 'Hi.'].map(lineOf)) =>
  promptLogEntryOf(requestOf(instructions, lines), lines, 'gpt-4o');

test('put together again, instructions are the same to the letter', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('\n', '\n\n', ' ', 'a', 'नमस्ते', '🙂')), (pieces) => {
      const instructions = pieces.join('');
      const { parts } = told(instructions);
      expect(parts.map(({ text }) => text).join('\n\n')).toBe(instructions);
    }),
  );
});

test('what doesn’t change from turn to turn keeps its id', () => {
  const [before, after] = ['5:30 pm', '5:31 pm'].map((time) =>
    told(`You are Kavya.\n\nNow: ${time}\n\nRules`).parts.map(({ id }) => id),
  );
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[1]).not.toBe(before?.[1]);
  expect(after?.[2]).toBe(before?.[2]);
  expect(before?.[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

test('a call that the model has room for was seen whole', () => {
  expect(told('Rules')).toMatchObject({ firstLine: 1, lastLine: 2, earlier: undefined, model: 'gpt-4o' });
});

test.each([2, 3, 4, 9])(
  'of a longer one of %i lines, what was seen of it and what stood for the rest',
  (count) => {
    const lines = Array.from({ length: count }, (_, index) =>
      lineOf(`${index} ${'x'.repeat(150_000)}`, index),
    );
    const { firstLine, lastLine, earlier } = told('Rules', lines);
    expect({ firstLine, lastLine }).toEqual({ firstLine: count, lastLine: count });
    expect(earlier).toContain('Earlier in this call');
    expect(earlier).toContain(`${count - 2} xxx`);
  },
);
