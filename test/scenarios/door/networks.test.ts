import { describe, expect, test } from 'vitest';
import { aDoor } from './a-door.ts';

const door = await aDoor({ env: { VOBIZ_NETWORKS: '203.0.113.0/24,2001:db8::/32' } });
/** Behind a proxy that isn't on this machine, and isn't named. */
const untrusting = await aDoor({
  env: { VOBIZ_NETWORKS: '203.0.113.0/24', TRUST_PROXY: '10.0.0.0/8' },
  database: door.database,
});

describe('where Vobiz’s networks are known', () => {
  test.each(['203.0.113.7', '::ffff:203.0.113.7', '2001:db8::7', '198.51.100.1, 203.0.113.7'])(
    'a call from %s is answered, and known to be Vobiz’s',
    async (address) => {
      const phone = door.phoneFrom(address);
      expect(await phone.dial()).toMatchObject({ state: 'listening' });
      expect(await door.stored()).toContainEqual(
        expect.objectContaining({ id: phone.call.callId, verified: true }),
      );
    },
  );

  test.each(['198.51.100.9', '::ffff:198.51.100.9', '2001:db9::7', 'nonsense', '203.0.113.7, 198.51.100.9'])(
    'a stranger from %s hears the line go, and nothing is stored',
    async (address) => {
      const before = await door.stored();
      const stranger = door.phoneFrom(address);
      for (const webhook of ['answer', 'input', 'hangup'] as const) {
        const exchange = await stranger.post(webhook, stranger.fields({ event: 'answered' }));
        expect(exchange).toMatchObject({ status: 403, steps: [{ step: 'hangUp' }] });
      }
      expect(await door.stored()).toEqual(before);
    },
  );

  test('a stranger can’t find out which businesses there are', async () => {
    const nobody = door.phoneFrom('198.51.100.9', { tenant: 'nobody-at-all' });
    expect(await nobody.post('answer', nobody.fields({ event: 'answered' }))).toMatchObject({ status: 403 });
  });

  test('a key or its right address in a forwarded header is no way around', async () => {
    const key = await door.key();
    const stranger = door.phone({ key });
    expect((await stranger.post('answer', stranger.fields({ event: 'answered' }))).status).toBe(403);
    const forging = untrusting.phoneFrom('203.0.113.7', { key });
    expect((await forging.post('answer', forging.fields({ event: 'answered' }))).status).toBe(403);
  });

  test('the business reads in its log that they were refused, and why; its doctor as well', async () => {
    const stranger = door.phoneFrom('198.51.100.9', { callId: 'from-elsewhere' });
    await stranger.post('answer', stranger.fields({ event: 'answered' }));
    const logged = () =>
      door.database.admin(
        `select t.slug, w.outcome, w.reason, w.status from webhook_log w join tenants t on t.id = w.tenant_id
          where provider_call_id = 'from-elsewhere'`,
      );
    const entry = { slug: 'pragati', outcome: 'REFUSED', reason: 'WRONG_NETWORK', status: 403 };
    await expect.poll(logged, { timeout: 5_000 }).toEqual([entry]);
    const refusals = () =>
      door.database.admin(`select why from webhook_refusals where tenant_id = $1`, [door.id]);
    await expect.poll(refusals).toContainEqual({ why: 'network' });
  });
});
