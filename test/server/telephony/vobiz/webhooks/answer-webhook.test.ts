import { describe, expect, test } from 'vitest';
import { ReplayedNonce } from '../../../../../server/calls/verbs/replayed-nonce.ts';
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
    ['vobizxml', 'answer', '/input?turn=1'],
  ] as const)('in %s, at %s, is a turn: what is said next goes to %s', async (dialect, at, next) => {
    const { aPhone } = await aVobizAdapter({ calls: { answer: fails, input: fails, continue: fails } });
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
    expect(exchanges).toMatchObject([{ status: 404 }]);
    expect(await phone.post('input', phone.fields({ event: 'stayedSilent' }))).toMatchObject({ status: 404 });
    expect(asked).toEqual([]);
  });

  test('still learns that a call has ended', async () => {
    const { aPhone, asked } = await aVobizAdapter({ tenant: { status: 'SUSPENDED' } });

    const { exchanges } = await aPhone().hangUp({ durationSeconds: 42 });

    expect(exchanges).toMatchObject([{ status: 404 }]);
    expect(asked).toMatchObject([{ event: { kind: 'hungUp', durationSeconds: 42 } }]);
  });
});

describe('a signed webhook', () => {
  test.each([['V3'], ['V2'], ['V3', 'V2']] as const)(
    'passes with its nonce: %s %s',
    async (...signatures) => {
      const { aPhone, asked } = await aVobizAdapter({ tenant: { signaturePolicy: 'REQUIRE_SIGNED' } });
      const phone = aPhone({ dialect: 'vobizxml', authToken: TOKEN, signatures });

      await phone.dial();
      await phone.say('Are you open?');
      await phone.hangUp();

      expect(phone.exchanges.map(({ status }) => status)).toEqual([200, 200, 200]);
      const nonces = asked.flatMap(({ call }) => call.nonces);
      expect(new Set(nonces).size).toBe(3);
    },
  );

  test.each(['ACCEPT_UNSIGNED', 'REQUIRE_SIGNED'] as const)(
    'is refused with a wrong signature, under %s',
    async (signaturePolicy) => {
      const { aPhone, asked } = await aVobizAdapter({ tenant: { signaturePolicy } });

      const { exchanges, state } = await aPhone({ authToken: 'another-token', reportsHangup: false }).dial();

      expect(exchanges).toMatchObject([{ status: 403, steps: [{ step: 'hangUp' }] }]);
      expect(state).toBe('over');
      expect(asked).toEqual([]);
    },
  );

  test('is refused when its nonce was used before, and nothing was wrong with us', async () => {
    const { aPhone, logged } = await aVobizAdapter({
      calls: {
        input: async () => {
          throw new ReplayedNonce();
        },
      },
    });
    const phone = aPhone({ authToken: TOKEN, reportsHangup: false });
    await phone.dial();

    expect(await phone.say('Hello?')).toMatchObject({
      exchanges: [{ status: 403, steps: [{ step: 'hangUp' }] }],
    });
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('is as good as unsigned where no token is known', async () => {
    const phone = (await aVobizAdapter({ tokensOf: async () => [] })).aPhone({ authToken: TOKEN });
    expect(await phone.dial()).toMatchObject({ state: 'listening' });

    const strict = await aVobizAdapter({
      tokensOf: async () => [],
      tenant: { signaturePolicy: 'REQUIRE_SIGNED' },
    });
    const { exchanges } = await strict.aPhone({ authToken: TOKEN, reportsHangup: false }).dial();
    expect(exchanges).toMatchObject([{ status: 403 }]);
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
