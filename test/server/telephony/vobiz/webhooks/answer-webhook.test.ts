import { describe, expect, test } from 'vitest';
import { Secret } from '../../../../../server/infra/secrets.ts';
import { hashOf } from '../../../../../server/tenants/webhook-keys/webhook-key.ts';
import { aVobizAdapter, NO_SPEECH, TOKEN } from '../vobiz-adapter.ts';

const never = () => new Promise<never>(() => undefined);
const fails = async () => {
  throw new Error('The database is away');
};

describe('a fault of ours', () => {
  test.each([
    ['fails', fails],
    ['never comes back', never],
  ])('is spoken, and the call goes on, where the service %s', async (_, broken) => {
    const { aPhone, logged } = await aVobizAdapter({ calls: { input: broken }, patienceMs: 50 });
    const phone = aPhone({ dialect: 'vobizxml' });
    await phone.dial();

    const { spoken, state, exchanges } = await phone.say('Are you open?');

    expect(spoken).toMatch(/sorry/i);
    expect(state).toBe('listening');
    expect(exchanges).toMatchObject([{ status: 200, problems: [] }]);
    expect(exchanges[0]?.steps).toMatchObject([{}, { words: NO_SPEECH }, { step: 'hangUp' }]);
    expect(logged).toContainEqual(
      expect.objectContaining({
        level: 'error',
        errorId: expect.any(String),
        callId: 'c1',
        webhook: 'input',
      }),
    );
  });

  test.each([
    ['guide', 'input', '/input?turn=2'],
    ['guide', 'input?turn=7', '/input?turn=8'],
    ['guide', 'input?turn=7&part=2', '/input?turn=8'],
    ['guide', 'answer', '/input'],
    ['vobizxml', 'input', '/input?turn=2'],
    ['vobizxml', 'input?turn=7', '/input?turn=8'],
    ['vobizxml', 'input?turn=7&part=2', '/input?turn=8'],
    ['vobizxml', 'input?turn=7&recording=awaited&waited=17&most=18', '/input?turn=8'],
    ['vobizxml', 'answer', '/input?turn=1'],
  ] as const)('in %s, at %s, is a turn: what is said next goes to %s', async (dialect, at, next) => {
    const { aPhone } = await aVobizAdapter({
      calls: { answer: fails, input: fails, continue: fails, awaitSound: fails },
    });
    const phone = aPhone({ dialect });
    const webhook = at === 'answer' ? 'answer' : 'input';
    const url = `https://kaivox.example/api/vobiz/pragati/${at}`;

    const spoke = phone.fields({ event: 'spoke', words: 'Hello?', confidence: 1 });
    const { steps } = await phone.post(webhook, spoke, { url });

    expect(steps[0]).toMatchObject({
      step: 'gather',
      action: `https://kaivox.example/api/vobiz/pragati${next}`,
    });
  });

  test.each([
    ['its tenant can’t be looked up', { directory: { bySlug: fails } }],
    ['looking up its tenant takes forever', { directory: { bySlug: never }, patienceMs: 50 }],
    ['its tokens can’t be read', { tokensOf: fails }],
    ['its signature can’t be spent', { signatures: { spend: fails, release: fails } }],
  ])('is spoken as well where %s', async (_, parts) => {
    const { aPhone, asked } = await aVobizAdapter(parts);

    const { spoken, state, exchanges } = await aPhone({ authToken: TOKEN }).dial();

    expect(spoken).toMatch(/sorry/i);
    expect(state).toBe('listening');
    expect(exchanges).toMatchObject([{ status: 200, problems: [] }]);
    expect(asked).toEqual([]);
  });

  test.each([
    ['hangup', fails],
    ['answer', fails],
    ['hangup', never],
  ] as const)('at a hangup that comes to %s has it delivered again', async (to, broken) => {
    const { aPhone } = await aVobizAdapter({ calls: { hangUp: broken }, patienceMs: 50 });
    const phone = aPhone({ dialect: 'vobizxml' });
    await phone.dial();

    const { exchanges } = await phone.hangUp({ to });

    expect(exchanges).toMatchObject([{ status: 500, steps: [{ step: 'hangUp' }] }]);
  });

  test.each([
    ['recording=call', { recorded: fails }, 500],
    ['turn=1&recording=ended', { recordingEnded: fails }, 500],
    ['turn=1&recording=turn', { recordingBegan: fails }, 200],
  ] as const)(
    'at a report to %s says nothing to the caller, and answers %j with %d',
    async (query, calls, status) => {
      const { aPhone } = await aVobizAdapter({ calls });
      const phone = aPhone({ dialect: 'vobizxml' });
      await phone.dial();
      const url = `https://kaivox.example/api/vobiz/pragati/input?${query}`;
      const answered = await phone.post(
        'input',
        { ...phone.fields({ event: 'redirected' }), RecordingID: 'r1' },
        { url },
      );
      expect(answered).toMatchObject({ status, xml: expect.stringContaining('<Response></Response>') });
    },
  );

  test('is no tenant’s where the webhook is no tenant’s', async () => {
    const { aPhone } = await aVobizAdapter({ directory: { bySlug: fails } });
    expect(await aPhone().post('answer', {})).toMatchObject({ status: 400, steps: [{ step: 'hangUp' }] });
  });
});

describe('a suspended tenant', () => {
  test('takes no calls', async () => {
    const { aPhone, asked } = await aVobizAdapter({ tenant: { status: 'SUSPENDED' } });
    const phone = aPhone({ reportsHangup: false });

    const { spoken, state, exchanges } = await phone.dial();

    expect(spoken).toContain('not in service');
    expect(state).toBe('over');
    expect(exchanges).toMatchObject([{ status: 200 }]);
    expect(await phone.post('input', phone.fields({ event: 'stayedSilent' }))).toMatchObject({ status: 200 });
    expect(asked).toEqual([]);
  });

  test('still learns that a call has ended', async () => {
    const { aPhone, asked } = await aVobizAdapter({ tenant: { status: 'SUSPENDED' } });

    const { exchanges } = await aPhone().hangUp({ durationSeconds: 42 });

    expect(exchanges).toMatchObject([{ status: 200 }]);
    expect(asked[0]).toMatchObject({ event: { kind: 'hungUp', durationSeconds: 42 } });
  });
});

test('an unsigned webhook costs no statement for signatures', async () => {
  const { aPhone } = await aVobizAdapter({ tokensOf: fails, signatures: { spend: fails, release: fails } });
  expect(await aPhone().dial()).toMatchObject({ state: 'listening' });
});

test('a hangup that failed by our fault may come again with its signature', async () => {
  let isAway = true;
  const hangUp = async () => {
    if (isAway) throw new Error('The database is away');
  };
  const { aPhone } = await aVobizAdapter({ calls: { hangUp } });
  const phone = aPhone({ dialect: 'vobizxml', authToken: TOKEN });
  expect(await phone.hangUp()).toMatchObject({ exchanges: [{ status: 500 }] });

  isAway = false;
  await expect.poll(async () => (await phone.repeatLast({ replays: true })).status).toBe(200);
  expect(await phone.repeatLast({ replays: true })).toMatchObject({ status: 403 });
});

describe('where a key is needed', () => {
  const KEY = 'k'.repeat(43);
  const key = { hash: hashOf(KEY), answeredUntil: null, key: new Secret(KEY) };

  test('an apology goes on listening at an address with the key, though nobody could look it up', async () => {
    const { aPhone } = await aVobizAdapter({ directory: { bySlug: fails } });
    const phone = aPhone({ dialect: 'vobizxml', key: KEY });
    expect(await phone.dial()).toMatchObject({ state: 'listening' });
    expect(phone.exchanges[0]?.xml).toContain(`/input?k=${KEY}&amp;turn=1"`);
  });

  test.each(['"><Dial>', 'short', 'a b'.repeat(20)])(
    'what is no key by its form never comes back: %s',
    async (k) => {
      const { aPhone } = await aVobizAdapter({ directory: { bySlug: fails } });
      const phone = aPhone({ key: k });
      await phone.dial();
      expect(phone.exchanges[0]?.xml).not.toContain('k=');
    },
  );

  test('a key that another SECRET_KEY sealed is known all the same, and goes on in addresses', async () => {
    const tenant = { webhookAccess: 'KEYED' as const, webhookKeys: [{ ...key, key: undefined }] };
    const { aPhone, asked } = await aVobizAdapter({ tenant });
    const phone = aPhone({ key: KEY });
    await phone.dial();
    expect(phone.exchanges[0]?.xml).toContain(`/input?k=${KEY}"`);
    expect(asked).toMatchObject([{ call: { verified: true } }]);
  });

  test('a key that is sent twice is none', async () => {
    const { url } = await aVobizAdapter({ tenant: { webhookAccess: 'KEYED', webhookKeys: [key] } });
    const ask = (query: string) =>
      fetch(`${url}/api/vobiz/pragati/answer?${query}`, {
        method: 'POST',
        body: new URLSearchParams({ call_id: 'c1' }),
      });
    expect((await ask(`k=${KEY}`)).status).toBe(200);
    expect((await ask(`k=${KEY}&k=${KEY}`)).status).toBe(403);
    expect((await ask(`K=${KEY}`)).status).toBe(403);
  });
});

test('an unsigned webhook needs no tokens, and none pass where signatures are required', async () => {
  const { aPhone, asked } = await aVobizAdapter({
    tenant: { signaturePolicy: 'REQUIRE_SIGNED' },
    tokensOf: fails,
  });

  const { exchanges } = await aPhone({ reportsHangup: false }).dial();

  expect(exchanges).toMatchObject([{ status: 403 }]);
  expect(asked).toEqual([]);
});
