import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FakeMedia, sounds } from '../../fakes/recordings.ts';
import type { Telephone, TelephoneOptions } from '../../phone/telephone.ts';
import { aDoor, TOKEN } from './a-door.ts';

const media = await FakeMedia.start();
afterAll(() => media.stop());
media.authToken = TOKEN;
const env = { VOBIZ_MEDIA_HOSTS: media.host };
const OF_VOBIZ = '203.0.113.7';
const OF_STRANGERS = '198.51.100.9';
const door = await aDoor({ env });
/** Another process on the same database, which knows Vobiz's networks as well. */
const guarded = await aDoor({ env: { ...env, VOBIZ_NETWORKS: '203.0.113.0/24' }, database: door.database });

beforeAll(async () => {
  await door.signs();
  await guarded.signs();
  await door.update({ recordCalls: true, recordingNotice: 'We record this call.' });
  for (const { phone } of [door, guarded]) {
    await vi.waitFor(async () => {
      const { spoken } = await phone({ callId: 'before', fetch: fromVobiz }).dial();
      expect(spoken).toContain('We record');
    }, 5_000);
  }
});

const from =
  (address: string): typeof fetch =>
  (url, init) =>
    fetch(url, { ...init, headers: { ...(init?.headers as object), 'x-forwarded-for': address } });
const fromVobiz = from(OF_VOBIZ);

type Way = {
  vobiz(more: Partial<TelephoneOptions>): Promise<Telephone>;
  stranger(callId: string): Telephone;
};

const account = { extraFields: { ParentAuthID: media.authId }, reportsHangup: false };

/** How Vobiz is known, and who comes without it. */
const ways: Record<string, Way> = {
  'signed webhooks': {
    vobiz: async (more) => door.phone({ authToken: TOKEN, ...account, ...more }),
    stranger: (callId) => door.phone({ callId, ...account }),
  },
  'the key in its addresses': {
    vobiz: async (more) => door.phone({ key: await door.key(), ...account, ...more }),
    stranger: (callId) => door.phone({ callId, ...account }),
  },
  'the key, where none is needed, from a stranger with a wrong one': {
    vobiz: async (more) => door.phone({ key: await door.key(), ...account, ...more }),
    stranger: (callId) => door.phone({ callId, key: 'x'.repeat(43), ...account }),
  },
  'the network that it calls from': {
    vobiz: async (more) => guarded.phone({ fetch: fromVobiz, ...account, ...more }),
    stranger: (callId) => guarded.phone({ callId, fetch: from(OF_STRANGERS), ...account }),
  },
  'the network, at another process that knows none': {
    vobiz: async (more) => guarded.phone({ fetch: fromVobiz, ...account, ...more }),
    stranger: (callId) => door.phone({ callId, ...account }),
  },
};

/** What a stranger may try with a call of which they know the id. */
const attempts: Record<
  string,
  (phone: Telephone, addresses: Addresses) => Promise<{ status: number; spoken: string[] }>
> = {
  'answering it': (phone) => phone.post('answer', phone.fields({ event: 'answered' })),
  'speaking in it': (phone, { next }) =>
    phone.post('input', phone.fields({ event: 'spoke', words: 'Cancel it all.', confidence: 1 }), {
      url: next,
    }),
  'pressing keys in it': (phone, { next }) =>
    phone.post('input', phone.fields({ event: 'pressed', digits: '1' }), { url: next }),
  'staying silent in it': (phone, { next }) =>
    phone.post('input', phone.fields({ event: 'stayedSilent' }), { url: next }),
  'repeating its last turn': (phone, { last }) =>
    phone.post('input', phone.fields({ event: 'spoke', words: 'When are you open?', confidence: 0.9 }), {
      url: last,
    }),
  'asking for its reply': (phone, { last }) =>
    phone.post('input', phone.fields({ event: 'redirected' }), { url: `${last}&part=1` }),
  'reporting a recording of it': (phone, { report }) =>
    phone.post(
      'input',
      phone.fields({ event: 'recorded', url: media.urlOf('/s.mp3'), id: 's', durationSeconds: 9 }),
      {
        url: report,
      },
    ),
  'reporting one at its hangup': (phone) =>
    phone.post('hangup', {
      ...phone.fields({ event: 'recorded', url: media.urlOf('/t.mp3'), id: 't', durationSeconds: 9 }),
      CallStatus: 'completed',
    }),
  'ending it': (phone) => phone.post('hangup', phone.fields(ENDED)),
  'ending it at the answer’s address': (phone) => phone.post('answer', phone.fields(ENDED)),
};

const ENDED = { event: 'hungUp', durationSeconds: 1, cause: 'NORMAL_CLEARING', source: 'Caller' } as const;

type Addresses = { last: string; next: string; report: string };

/** The addresses of a call's documents as a stranger knows them: all but the key. */
function addressesOf({ exchanges }: Telephone): Addresses {
  const told = exchanges.flatMap(({ xml }) => [...xml.matchAll(/"(http[^"]+)"/g)].map(([, url = '']) => url));
  const known = told.map((url) => url.replaceAll('&amp;', '&').replace(/k=[^&]+&?/, ''));
  const find = (part: string) => known.find((url) => url.includes(part)) ?? '';
  return { last: find('turn=1'), next: find('turn=2'), report: find('recording=call') };
}

async function stored(callId: string) {
  const [call] = await door.database.admin(
    `select c.status, c.verified, c.line_count, c.last_heard_at, c.silences,
            (select count(*)::int from exchanges e where e.call_id = c.id) as exchanges,
            (select count(*)::int from recordings r where r.call_id = c.id) as recordings,
            (select string_agg(text, ' / ' order by number) from turns t where t.call_id = c.id) as said
       from calls c where provider_call_id = $1`,
    [callId],
  );
  return call;
}

describe.each(Object.entries(ways))(
  'a call that Vobiz is known to have begun by %s',
  (_, { vobiz, stranger }) => {
    test.each(Object.entries(attempts))('is closed to a stranger: %s', async (_, attempt) => {
      media.has({ sound: sounds.mp3 });
      const phone = await vobiz({});
      await phone.dial();
      await phone.say('When are you open?');
      const before = await stored(phone.call.callId);
      expect(before).toMatchObject({ verified: true, line_count: 3, exchanges: 1, recordings: 0 });

      const exchange = await attempt(stranger(phone.call.callId), addressesOf(phone));
      expect(exchange.status).toBe(403);
      expect(exchange.spoken).toEqual([]);
      expect(await stored(phone.call.callId)).toEqual(before);

      expect(await phone.say('Thank you, and on Sunday?')).toMatchObject({ exchanges: [{ status: 200 }] });
      await phone.hangUp();
      expect(await stored(phone.call.callId)).toMatchObject({ status: 'COMPLETED' });
    });

    test('is open to Vobiz’s own report of its recording', async () => {
      media.has({ sound: sounds.mp3 });
      const phone = await vobiz({});
      await phone.dial();
      const { exchanges } = phone;
      const [, report = ''] = /"(http[^"]*recording=call[^"]*)"/.exec(exchanges[0]?.xml ?? '') ?? [];
      const recorded = {
        event: 'recorded',
        url: media.urlOf('/1.mp3'),
        id: 'r',
        durationSeconds: 7,
      } as const;
      const url = report.replaceAll('&amp;', '&');
      expect(await phone.post('input', phone.fields(recorded), { url })).toMatchObject({ status: 200 });
      expect(await stored(phone.call.callId)).toMatchObject({ recordings: 1 });
    });
  },
);

test('the doctor says which address lacks the key, where the rest of a signed call is refused', async () => {
  const callId = 'pasted-without-a-key';
  await door.phone({ authToken: TOKEN, callId, ...account }).dial();
  const hangup = door.phone({ callId, ...account });
  expect(await hangup.post('hangup', hangup.fields(ENDED))).toMatchObject({ status: 403 });
  const checks = async () => {
    const { data } = await door.graphql(
      'query ($id: ID) { setupChecks(tenantId: $id) { code status detail } }',
      {
        token: door.admin,
        variables: { id: door.id },
      },
    );
    return data?.setupChecks;
  };
  await expect.poll(checks, { timeout: 5_000 }).toContainEqual({
    code: 'WHOLE_CALLS',
    status: 'WARN',
    detail: expect.stringContaining('hangup address'),
  });
});
