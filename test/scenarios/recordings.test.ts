import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeMedia, sounds } from '../fakes/recordings.ts';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';

const media = await FakeMedia.start();
const foreign = await FakeMedia.start();
afterAll(async () => {
  await Promise.all([media.stop(), foreign.stop()]);
});
const kaivox = await aKaivox({ env: { VOBIZ_MEDIA_HOSTS: media.host } });
const { graphql } = kaivox;
const admin = await graphql.signIn(ADMIN);
const reception = await graphql.signIn(RECEPTION);

type Heard = { id: string; durationSeconds: number | null; url: string };

/** What its tenant's people are shown of a call, by Vobiz's id. */
async function recordingsOf(callId: string): Promise<Heard[]> {
  const [call] = await kaivox.database.admin<{ id: string }>(
    'select id from calls where provider_call_id = $1',
    [callId],
  );
  const { data } = await graphql(
    'query ($id: ID!) { call(id: $id) { recordings { id durationSeconds url } } }',
    {
      token: reception,
      variables: { id: call?.id },
    },
  );
  return (data?.call as { recordings: Heard[] } | undefined)?.recordings ?? [];
}

async function recordsCalls(recordCalls: boolean): Promise<void> {
  const [tenant] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  const input = { recordCalls, recordingNotice: 'We record this call.' };
  const changed = await graphql(
    'mutation ($id: ID!, $input: UpdateTenantInput!) { updateTenant(id: $id, input: $input) { recordCalls } }',
    { token: admin, variables: { id: tenant?.id, input } },
  );
  expect(changed).toEqual({ data: { updateTenant: { recordCalls } } });
  // Tenants are answered for from memory, which a notification makes new.
  const isTold = async () => (await kaivox.phone().dial()).spoken.startsWith('We record this call.');
  await expect.poll(isTold).toBe(recordCalls);
}

/** Pragati's number gets its own key, as its admin would type it. */
beforeAll(async () => {
  const [number] = await kaivox.database.admin<{ id: string }>('select id from phone_numbers');
  const changed = await graphql(
    'mutation ($id: ID!, $key: String) { updatePhoneNumber(id: $id, input: { providerApiKey: $key }) { id } }',
    { token: admin, variables: { id: number?.id, key: media.authToken } },
  );
  expect(changed).toEqual({ data: { updatePhoneNumber: { id: number?.id } } });
});

test.each(['answer', 'input', 'hangup'] as const)(
  'a recording that %s tells of can be played by its tenant’s people',
  async (webhook) => {
    media.has({ sound: sounds.mp3 });
    const phone = kaivox.phone({ extraFields: { ParentAuthID: media.authId } });
    await phone.dial();
    const recording = {
      event: 'recorded' as const,
      url: media.urlOf('/1.mp3'),
      id: 'r1',
      durationSeconds: 7,
    };
    const exchange = await phone.post(webhook, phone.fields(recording));
    expect(exchange).toMatchObject({ status: 200, problems: [] });

    await expect.poll(() => recordingsOf(phone.call.callId), { timeout: 10_000 }).toHaveLength(1);
    const [heard] = await recordingsOf(phone.call.callId);
    expect(heard).toEqual({
      id: heard?.id,
      durationSeconds: 7,
      url: `${kaivox.url}/recordings/${heard?.id}`,
    });
    const ask = (token?: string) =>
      fetch(heard?.url ?? '', token ? { headers: { authorization: `Bearer ${token}` } } : {});
    expect(Buffer.from(await (await ask(reception)).arrayBuffer())).toEqual(sounds.mp3);
    expect((await ask()).status).toBe(401);
  },
);

test('a foreign host costs the caller nothing, and learns nothing', async () => {
  const phone = kaivox.phone({
    extraFields: { ParentAuthID: media.authId, RecordUrl: foreign.urlOf('/1.mp3') },
  });
  await phone.dial();
  const { exchanges } = await phone.say('Are you open on Sunday?');
  expect(exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  await phone.hangUp();
  const [row] = await kaivox.database.admin<{ status: string }>(
    `select r.status from recordings r join calls c on c.id = r.call_id where provider_call_id = $1`,
    [phone.call.callId],
  );
  expect(row).toEqual({ status: 'REFUSED' });
  expect(foreign.requests).toEqual([]);
  expect(kaivox.logged()).not.toContain(media.authToken);
});

test('callers are told before their call is recorded, and go on talking', async () => {
  await recordsCalls(true);
  const phone = kaivox.phone({ extraFields: { ParentAuthID: media.authId } });
  const { spoken, exchanges } = await phone.dial();
  await recordsCalls(false);
  expect(exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  expect(spoken).toMatch(/^We record this call\..*Welcome to Pragati/);
  const record = exchanges[0]?.steps.find(({ step }) => step === 'record');
  expect(record).toMatchObject({ attributes: { recordSession: 'true', playBeep: 'false' } });

  media.has({ sound: sounds.wav });
  const action = record?.step === 'record' ? record.action : '';
  const told = phone.fields({ event: 'recorded', url: media.urlOf('/2.wav'), id: 'r2', durationSeconds: 60 });
  const reply = await phone.post('input', told, { url: action });
  expect(reply).toMatchObject({ status: 200, problems: [], spoken: [expect.stringMatching(/Welcome/)] });
  expect((await phone.say('Are you open on Sunday?')).state).toBe('listening');
  await phone.hangUp();
  // Once it is over, Vobiz tells of it again.
  expect(await phone.post('input', told, { url: action })).toMatchObject({ status: 200, problems: [] });
  await expect.poll(() => recordingsOf(phone.call.callId), { timeout: 10_000 }).toHaveLength(1);
  const turns = await kaivox.database.admin(
    'select from turns t join calls c on c.id = t.call_id where provider_call_id = $1',
    [phone.call.callId],
  );
  expect(turns).toHaveLength(3);
});

test('in the guide’s dialect no caller is recorded, nor told so', async () => {
  await recordsCalls(true);
  const { spoken, exchanges } = await kaivox.phone({ dialect: 'guide' }).dial();
  await recordsCalls(false);
  expect(spoken).toMatch(/^Hello! Welcome to Pragati/);
  expect(exchanges[0]?.steps.map(({ step }) => step)).toEqual(['gather', 'say', 'hangUp']);
});
