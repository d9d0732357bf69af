import { describe, expect, test } from 'vitest';
import { LessVerified } from '../../../../../server/calls/less-verified.ts';
import { Secret } from '../../../../../server/infra/secrets.ts';
import type { TenantProfile } from '../../../../../server/tenants/tenant-directory.ts';
import { hashOf } from '../../../../../server/tenants/webhook-keys/webhook-key.ts';
import type { TelephoneOptions } from '../../../../phone/telephone.ts';
import { asTenantId } from '../../../../support/ids.ts';
import { aVobizAdapter, TOKEN } from '../vobiz-adapter.ts';

describe('a signed webhook', () => {
  test.each([['V3'], ['V2'], ['V3', 'V2']] as const)(
    'passes, and its call is verified: %s %s',
    async (...signatures) => {
      const { aPhone, asked } = await aVobizAdapter({ tenant: { signaturePolicy: 'REQUIRE_SIGNED' } });
      const phone = aPhone({ dialect: 'vobizxml', authToken: TOKEN, signatures });

      await phone.dial();
      await phone.say('Are you open?');
      await phone.hangUp();

      expect(phone.exchanges.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(asked.map(({ call }) => call.verified)).toEqual([true, true, true]);
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

  test('is refused when its signature was used before, and nothing was wrong with us', async () => {
    const { aPhone, asked, logged } = await aVobizAdapter();
    const phone = aPhone({ authToken: TOKEN, reportsHangup: false });
    await phone.dial();

    expect(await phone.repeatLast({ replays: true })).toMatchObject({
      status: 403,
      steps: [{ step: 'hangUp' }],
    });
    expect(asked).toHaveLength(1);
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

describe('a call that begins with a signature', () => {
  const KEY = 's'.repeat(43);
  const webhookKeys = [{ hash: hashOf(KEY), answeredUntil: null, key: new Secret(KEY) }];
  const addressOf = async (
    tenant: Partial<TenantProfile>,
    phone: Partial<TelephoneOptions>,
    tokensOf = async () => [new Secret(TOKEN)],
  ) => {
    const { aPhone } = await aVobizAdapter({ tenant, tokensOf });
    const dialled = aPhone({ dialect: 'vobizxml', reportsHangup: false, ...phone });
    await dialled.dial();
    return /action="([^"]+)"/.exec(dialled.exchanges[0]?.xml ?? '')?.[1];
  };
  const input = 'https://kaivox.example/api/vobiz/pragati/input';

  test('stays Vobiz’s where Vobiz signs only its first webhook: our addresses carry the key', async () => {
    const { aPhone, asked } = await aVobizAdapter({ tenant: { webhookKeys } });
    const signed = aPhone({ dialect: 'vobizxml', authToken: TOKEN });
    await signed.dial();
    const [, action = ''] = /action="([^"]+)"/.exec(signed.exchanges[0]?.xml ?? '') ?? [];
    expect(action).toBe(`${input}?k=${KEY}&amp;turn=1`);
    const unsigned = aPhone({ dialect: 'vobizxml' });
    const spoke = unsigned.fields({ event: 'spoke', words: 'Hello?', confidence: 1 });
    await unsigned.post('input', spoke, { url: action.replaceAll('&amp;', '&') });
    expect(asked.map(({ call }) => call.verified)).toEqual([true, true]);
  });

  test.each<[string, Partial<TenantProfile>, Partial<TelephoneOptions>]>([
    ['the business has no key', {}, { authToken: TOKEN }],
    [
      'it must be signed to its end',
      { webhookKeys, signaturePolicy: 'REQUIRE_SIGNED' },
      { authToken: TOKEN },
    ],
    ['it isn’t signed after all', { webhookKeys }, {}],
  ])('gets addresses without a key where %s', async (_, tenant, phone) => {
    expect(await addressOf(tenant, phone)).toBe(`${input}?turn=1`);
  });

  test('gets none by a signature that nobody can check, nor in the guide’s dialect', async () => {
    expect(await addressOf({ webhookKeys }, { authToken: TOKEN }, async () => [])).toBe(`${input}?turn=1`);
    expect(await addressOf({ webhookKeys }, { authToken: TOKEN, dialect: 'guide' })).toBe(input);
  });

  test('tells the doctor when it is refused the rest of itself', async () => {
    const refusals: unknown[] = [];
    const { aPhone } = await aVobizAdapter({
      calls: { hangUp: () => Promise.reject(new LessVerified()) },
      onRefused: (refusal) => void refusals.push(refusal),
    });
    const phone = aPhone({ dialect: 'vobizxml' });
    const hungUp = phone.fields({
      event: 'hungUp',
      durationSeconds: 1,
      cause: 'NORMAL_CLEARING',
      source: 'Caller',
    });
    expect(await phone.post('hangup', hungUp)).toMatchObject({ status: 403 });
    expect(refusals).toEqual([
      { why: 'unverified', tenantId: asTenantId('00000000-0000-4000-8000-000000000001') },
    ]);
  });
});
