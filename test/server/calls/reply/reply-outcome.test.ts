import { describe, expect, test } from 'vitest';
import { failed, finished } from '../../../../server/calls/reply/reply-outcome.ts';

const reply = (sentences: string[], isFarewell = false) => ({
  sentences,
  turn: 1,
  isFarewell,
  businessName: 'Pragati',
  language: 'en-IN',
});

describe('a finished reply', () => {
  test.each([
    ['goes on with the call', reply(['We are open.']), false],
    ['ends the call when it says goodbye', reply(['A person will confirm it.', 'Goodbye.']), true],
    ['ends the call when the caller said goodbye, whatever it says', reply(['Anything else?'], true), true],
    ['goes on when goodbye is what it is about', reply(['We say goodbye to pain.', 'Do come.']), false],
  ])('%s', (_, written, endsCall) => {
    expect(finished(written, 'LANGUAGE_MODEL')).toEqual({
      sentences: written.sentences,
      source: 'LANGUAGE_MODEL',
      endsCall,
    });
  });

  test('names who wrote it', () => {
    expect(finished(reply(['Yes.']), 'SCRIPTED').source).toBe('SCRIPTED');
  });
});

describe('a failed reply', () => {
  test('that said nothing is an apology, and the call goes on', () => {
    const { sentences, source, endsCall } = failed(reply([]));
    expect(sentences).toEqual([expect.stringMatching(/sorry.*\?$/i)]);
    expect({ source, endsCall }).toEqual({ source: 'FALLBACK', endsCall: false });
  });

  test('keeps what was said before the apology', () => {
    expect(failed(reply(['We are open.'])).sentences).toEqual([
      'We are open.',
      expect.stringMatching(/sorry/i),
    ]);
  });

  test('to a goodbye says the farewell in the model’s place', () => {
    expect(failed(reply([], true))).toEqual({
      sentences: ['Thank you for calling Pragati. Goodbye.'],
      source: 'FALLBACK',
      endsCall: true,
    });
  });

  test('that had said goodbye lacks nothing', () => {
    const said = ['See you on Monday.', 'Goodbye.'];
    expect(failed(reply(said, true))).toEqual({ sentences: said, source: 'FALLBACK', endsCall: true });
    expect(failed(reply(said))).toEqual({ sentences: said, source: 'FALLBACK', endsCall: true });
  });

  test('apologises in other words the next time', () => {
    const apologies = [1, 2].map((turn) => failed({ ...reply([]), turn }).sentences[0]);
    expect(new Set(apologies).size).toBe(2);
  });
});
