import { expect, test } from 'vitest';
import { listening } from '../../../../../server/calls/call-reply.ts';
import { surroundingsOf } from '../../../../../server/telephony/vobiz/webhooks/surroundings.ts';
import { documentOf } from '../../../../../server/telephony/vobiz/webhooks/vobiz-xml.ts';

const surroundings = surroundingsOf(undefined, () => 'https://kaivox.example/input');

test.each([
  [
    "Hello! Welcome to Pragati Women's Hospital. How can I help you today?",
    "Hello! Welcome to Pragati Women's Hospital. How can I help you today?",
  ],
  ['**A & B** 😊', 'A &amp; B'],
  ['Press * for English.', 'Press star for English.'],
  ['Write to front_desk@speedy.example.', 'Write to front_desk@speedy.example.'],
  ['The fee is ₹1,50,000.', 'The fee is 1 lakh 50 thousand rupees.'],
])('a caller of either dialect hears of %j', (written, heard) => {
  for (const dialect of ['guide', 'vobizxml'] as const) {
    const xml = documentOf(listening(written, 1, `Goodbye. ${written}`), dialect, surroundings);
    expect(xml).toContain(`>${heard}</`);
    expect(xml).toContain(`>Goodbye. ${heard}</`);
  }
});
