import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listening } from '../../../../../server/calls/call-reply.ts';
import { vobizWebhookCodec } from '../../../../../server/telephony/vobiz/webhooks/webhook-codec.ts';
import { firstPersona } from '../../../../../server/tenants/personas/first-persona.ts';

const carrier = vobizWebhookCodec({ publicUrl: () => 'https://kaivox.example', forcedDialect: 'auto' });
const persona = { ...firstPersona('Pragati'), version: 1 };
const tenant = { slug: 'pragati', name: 'Pragati', persona, isKeyed: false };
const SPOKEN = fc.string({ minLength: 1 }).map((text) => text.replace(/[^\x20-\x7e]/g, '').trim() || 'x');

test.each(['guide', 'vobizxml'] as const)(
  'what is spoken is read from a document of %s as it was written',
  (dialect) => {
    fc.assert(
      fc.property(SPOKEN, SPOKEN, (saying, noSpeech) => {
        const xml = carrier.write(listening(saying, 2, noSpeech), dialect, tenant);
        expect(carrier.spoken(xml)).toEqual([saying, noSpeech]);
        expect(carrier.outline(xml)).toBe(
          carrier.outline(carrier.write(listening('Other words.', 2, 'Others.'), dialect, tenant)),
        );
      }),
    );
  },
);

test('a document that had a key in its addresses is written with that key hidden', () => {
  const plain = carrier.write(listening('Hello.', 2, 'Goodbye.'), 'vobizxml', tenant);
  const hidden = carrier.write(listening('Hello.', 2, 'Goodbye.'), 'vobizxml', { ...tenant, isKeyed: true });
  expect(hidden).toContain('/input?k=••••&amp;turn=2"');
  expect([plain, hidden].map((xml) => carrier.isKeyed(xml))).toEqual([false, true]);
});
