import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createAutomations } from '../../../../server/automations/create-automations.ts';
import { Vault } from '../../../../server/infra/secrets.ts';
import { reencryptSecrets } from '../../../../server/settings/reencrypt-secrets.ts';
import { Catcher } from '../../../fakes/catcher.ts';
import { aHouse } from '../a-house.ts';

const house = await aHouse();
const { create, analysed, work, deliveries, sql, catcher, reception } = house;
const webhook = { webhook: { url: catcher.url, secret: 'a-secret-of-the-receiver' } };

beforeEach(async () => {
  await sql('delete from automations');
  await sql('delete from graphile_worker._private_jobs');
  catcher.clear();
});

/** One call with one webhook to deliver. @returns its automation's id */
async function aDelivery(action: object = webhook): Promise<string> {
  const { id } = await create({ actions: [action] });
  await analysed();
  return id;
}

describe('what must not be reached', () => {
  test('isn’t, and that is said', async () => {
    const strict = await Catcher.start();
    const id = await aDelivery({ webhook: { url: strict.url } });
    await work();
    expect(strict.caught).toEqual([]);
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', problem: '127.0.0.1 was not found on the public internet.' },
    ]);
    await strict.stop();
  });

  test.each([
    'http://localhost:1/',
    'http://2130706433/',
    'http://[::1]/',
    'http://169.254.169.254/latest/meta-data',
  ])('such as %s', async (url) => {
    const id = await aDelivery({ webhook: { url } });
    await work();
    expect(await deliveries(id)).toMatchObject([
      { problem: expect.stringContaining('not found on the public') },
    ]);
  });

  test('isn’t by way of a redirect either', async () => {
    const inner = await Catcher.start();
    const id = await aDelivery();
    catcher.next({ redirect: inner.url });
    await work();
    expect(inner.caught).toEqual([]);
    expect(await deliveries(id)).toMatchObject([
      { status: 'PENDING', problem: expect.stringContaining('redirects') },
    ]);
    await inner.stop();
  });
});

describe('what isn’t to be delivered any more', () => {
  const failingOnce = async () => {
    const id = await aDelivery();
    catcher.next({ status: 500 });
    await work();
    house.pass(2_000);
    return id;
  };

  test('since the automation was switched off', async () => {
    const id = await failingOnce();
    await house.automations.service.update(id, { enabled: false }, reception);
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'CANCELLED', problem: expect.stringContaining('switched off') },
    ]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('since it does something else now', async () => {
    const id = await failingOnce();
    await house.automations.service.update(id, { actions: [{ tagCustomer: 'vip' }] }, reception);
    await work();
    expect(await deliveries(id)).toMatchObject([{ status: 'CANCELLED' }]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('since the automation is gone', async () => {
    const id = await failingOnce();
    await house.automations.service.delete(id, reception);
    await work();
    expect(await deliveries(id)).toEqual([]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('since the call’s words are forgotten', async () => {
    const id = await failingOnce();
    await sql('delete from turns');
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'CANCELLED', problem: expect.stringContaining('no longer kept') },
    ]);
    expect(await sql('select body, subject, target from automation_deliveries')).toEqual([
      { body: null, subject: null, target: `http://${catcher.address}` },
    ]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('since the person is erased', async () => {
    const id = await failingOnce();
    await sql('delete from customers');
    await work();
    expect(await deliveries(id)).toEqual([]);
    expect(catcher.caught).toHaveLength(1);
  });

  test('since its secret was lost with the key: it isn’t sent unsigned', async () => {
    const id = await failingOnce();
    await reencryptSecrets(house.database, new Vault(Buffer.alloc(32, 6)), { forgetUnreadable: true });
    await work();
    expect(await deliveries(id)).toMatchObject([
      { status: 'FAILED', problem: expect.stringContaining('secret') },
    ]);
    expect(catcher.caught).toHaveLength(1);
  });
});

test('a new secret signs what is still to be delivered; the action keeps its id', async () => {
  const id = await aDelivery();
  catcher.next({ status: 500 });
  await work();
  const { actions } = await house.automations.service.get(reception.viewer, id);
  const changed = { id: actions[0]?.id ?? '', webhook: { url: catcher.url, secret: 'another-secret' } };
  await house.automations.service.update(id, { actions: [changed] }, reception);
  house.pass(1_500);
  await work();
  const caught = catcher.caught[1];
  const { t, v1 } = signatureIn(caught?.headers['kaivox-signature']);
  expect(v1).toBe(createHmac('sha256', 'another-secret').update(`${t}.${caught?.body}`).digest('hex'));
});

test('a change of SECRET_KEY reaches the secrets of webhooks', async () => {
  const id = await aDelivery();
  const rotated = new Vault(Buffer.alloc(32, 7), Buffer.alloc(32, 5));
  expect(await reencryptSecrets(house.database, rotated)).toMatchObject({ renewed: 1, unreadable: 0 });
  await work(createAutomations({ ...house.foundation, vault: new Vault(Buffer.alloc(32, 7)) }));
  expect(await deliveries(id)).toMatchObject([{ status: 'DELIVERED' }]);
});

function signatureIn(header: string | string[] | undefined): { t: string; v1: string } {
  const [, t = '', v1 = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(`${header}`) ?? [];
  return { t, v1 };
}
