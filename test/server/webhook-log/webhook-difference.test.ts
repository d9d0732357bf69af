import { expect, test } from 'vitest';
import { differencesOf } from '../../../server/webhook-log/webhook-difference.ts';

const codec = {
  spoken: (xml: string) => [...xml.matchAll(/<Say>(.*)<\/Say>/g)].map(([, words = '']) => words),
  outline: (xml: string) => xml.replaceAll(/<Say>.*<\/Say>/g, '<Say>…</Say>'),
};
const then = { status: 200, xml: '<Response>\n  <Say>Hello.</Say>\n  <Hangup/>\n</Response>' };

test.each([
  ['nothing', then, []],
  ['the status', { ...then, status: 404 }, [{ what: 'STATUS', before: '200', now: '404' }]],
  [
    'the words',
    { ...then, xml: then.xml.replace('Hello', 'Namaste') },
    [{ what: 'SPOKEN', before: 'Hello.', now: 'Namaste.' }],
  ],
  [
    'an element',
    { ...then, xml: then.xml.replace('<Hangup/>', '<Gather/>') },
    [{ what: 'DOCUMENT', before: '  <Hangup/>', now: '  <Gather/>' }],
  ],
])('where %s differs, that is told', (_, now, differences) => {
  expect(differencesOf(then, now, codec)).toEqual(differences);
});
