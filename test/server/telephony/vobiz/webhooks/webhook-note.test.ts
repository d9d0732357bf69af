import { describe, expect, test } from 'vitest';
import { Flood } from '../../../../../server/calls/admission/flood.ts';
import type { WebhookNote } from '../../../../../server/webhook-log/webhook-note.ts';
import { signatureHeaders } from '../../../../phone/signature.ts';
import { asTenantId } from '../../../../support/ids.ts';
import { type AdapterOptions, aVobizAdapter, PUBLIC_URL, TOKEN } from '../vobiz-adapter.ts';

/** Vobiz's routes, with what is told of each webhook. */
async function aWatchedRim(options: AdapterOptions = {}) {
  const notes: WebhookNote[] = [];
  const adapter = await aVobizAdapter({ ...options, onAnswered: (note) => void notes.push(note) });
  return { ...adapter, notes };
}

const fails = async () => {
  throw new Error('The database is away');
};

test('every webhook of a call is told of, with what it said and what it was answered', async () => {
  const { aPhone, notes } = await aWatchedRim();
  const phone = aPhone({ dialect: 'vobizxml', authToken: TOKEN });
  await phone.dial();
  await phone.say('Are you open?');
  await phone.hangUp();

  expect(notes).toMatchObject([{ webhook: 'answer' }, { webhook: 'input' }, { webhook: 'hangup' }]);
  expect(notes[1]).toMatchObject({
    tenantId: '00000000-0000-4000-8000-000000000001',
    slug: 'pragati',
    method: 'POST',
    dialect: 'vobizxml',
    providerCallId: 'c1',
    phone: '+919876543210',
    query: { turn: '1' },
    body: { CallUUID: 'c1', Speech: 'Are you open?' },
    status: 200,
    reason: undefined,
    verified: true,
    xml: phone.exchanges[1]?.xml,
  });
  expect(notes[1]?.milliseconds).toBeGreaterThan(0);
  expect(JSON.stringify(notes)).not.toMatch(/signature/i);
});

describe('of one that led nowhere, why is told:', () => {
  const post = { method: 'POST', body: new URLSearchParams({ call_id: 'c1', from: '9876543210' }) };
  const signed = signatureHeaders([TOKEN], `${PUBLIC_URL}/api/vobiz/pragati/answer`, 'n1', ['V3']);
  const refusals: [string, AdapterOptions, { path?: string; init?: RequestInit }, Partial<WebhookNote>][] = [
    [
      'a name that nobody has',
      {},
      { path: 'nobody/answer' },
      { reason: 'UNKNOWN_SLUG', status: 404, slug: 'nobody' },
    ],
    [
      'no signature',
      { tenant: { signaturePolicy: 'REQUIRE_SIGNED' } },
      {},
      { reason: 'SIGNATURE', status: 403 },
    ],
    [
      'no call’s id',
      {},
      { init: { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } } },
      { reason: 'NO_CALL_ID', status: 400, contentType: 'text/plain' },
    ],
    [
      'suspended',
      { tenant: { status: 'SUSPENDED' } },
      {},
      { reason: 'SUSPENDED', status: 200, providerCallId: 'c1' },
    ],
    [
      'another method',
      {},
      { path: 'pragati/answer?call_id=c1', init: { method: 'GET' } },
      { reason: 'WRONG_METHOD', status: 405, method: 'GET', providerCallId: 'c1', tenantId: undefined },
    ],
    [
      'an address that can’t be read',
      {},
      { path: '%zz/hangup' },
      { reason: 'WRONG_ADDRESS', status: 404, slug: '%zz', webhook: 'hangup' },
    ],
    [
      'a signature that was used',
      { signatures: { spend: async () => false, release: async () => undefined } },
      { init: { ...post, headers: signed } },
      { reason: 'REPLAYED_SIGNATURE', status: 403 },
    ],
    [
      'no key, where one is needed',
      { tenant: { webhookAccess: 'KEYED' } },
      {},
      { reason: 'WRONG_KEY', status: 403, tenantId: asTenantId('00000000-0000-4000-8000-000000000001') },
    ],
    [
      'another network than Vobiz’s',
      { isOfCarrier: () => false },
      {},
      { reason: 'WRONG_NETWORK', status: 403, slug: 'pragati', tenantId: undefined },
    ],
    [
      'a flood of calls',
      { calls: { answer: () => Promise.reject(new Flood('A_MINUTE')) } },
      {},
      { reason: 'FLOOD', status: 200, verified: false },
    ],
    ['our own fault', { calls: { answer: fails } }, {}, { reason: 'FAULT', status: 200 }],
    [
      'our own slowness',
      { calls: { answer: () => new Promise<never>(() => undefined) }, patienceMs: 20 },
      {},
      { reason: 'TOO_SLOW', status: 200 },
    ],
  ];

  test.each(refusals)('%s', async (_, options, { path = 'pragati/answer', init = post }, note) => {
    const { url, notes } = await aWatchedRim(options);
    const response = await fetch(`${url}/api/vobiz/${path}`, init);
    expect(notes).toMatchObject([{ xml: await response.text(), ...note }]);
    expect(response.status).toBe(note.status);
  });
});

describe('a caller who is turned away in a flood', () => {
  const flooded = () => Promise.reject(new Flood('AT_ONCE'));
  const bodies = {
    guide: {
      body: new URLSearchParams({ call_id: 'c1' }),
      hears: /<Say>I am sorry, all our lines are busy.*<Hangup\/>/s,
    },
    vobizxml: {
      body: new URLSearchParams({ CallUUID: 'c1' }),
      hears: /<Response>\s*<Hangup reason="busy"\/>/,
    },
  };
  test.each(Object.entries(bodies))(
    'hears that the lines are busy, in the dialect %s',
    async (_, { body, hears }) => {
      const { url } = await aWatchedRim({ calls: { answer: flooded, input: flooded } });
      for (const webhook of ['answer', 'input']) {
        const response = await fetch(`${url}/api/vobiz/pragati/${webhook}`, { method: 'POST', body });
        expect(response.status).toBe(200);
        expect(await response.text()).toMatch(hears);
      }
    },
  );

  test('costs the carrier no repeated hangup', async () => {
    const { url, notes } = await aWatchedRim({ calls: { hangUp: flooded } });
    const body = new URLSearchParams({ call_id: 'c1' });
    const response = await fetch(`${url}/api/vobiz/pragati/hangup`, { method: 'POST', body });
    expect(response.status).toBe(200);
    expect(notes).toMatchObject([{ reason: 'FLOOD' }]);
  });
});

test('an address below nothing that we serve is not told of', async () => {
  const { url, notes } = await aWatchedRim();
  await fetch(`${url}/api/vobiz/pragati/else`, { method: 'POST' });
  await fetch(`${url}/api/vobiz/%zz/else`, { method: 'POST' });
  expect(notes).toEqual([]);
});
