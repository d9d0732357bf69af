import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../server/infra/clock.ts';
import { createSpentSignatures } from '../../../server/telephony/vobiz/door/spent-signatures.ts';
import { sign, signatureHeaders } from '../../phone/signature.ts';
import { asTenantId } from '../../support/ids.ts';
import { aDoor, TOKEN } from './a-door.ts';

const door = await aDoor();
const { database } = door;
const RETIRED = '+917971540009';

beforeAll(async () => {
  await door.signs();
  await database.admin(
    `insert into phone_numbers (tenant_id, e164, label, status) values ($1, $2, 'Given up', 'RELEASED')`,
    [door.id, RETIRED],
  );
  await database.admin(`select pg_notify('tenant_changed', '')`);
});

const at = (path: string) => `${door.url}/api/vobiz/pragati/${path}`;
const body = (fields: Record<string, string>) =>
  new URLSearchParams({ CallUUID: randomUUID(), From: '+919876543210', To: '+917971543252', ...fields });

type Sent = {
  path?: string;
  method?: string;
  headers: Record<string, string>;
  fields?: Record<string, string>;
};

async function send({ path = 'answer', method = 'POST', headers, fields = {} }: Sent): Promise<number> {
  const sent = method === 'POST' ? { body: body(fields) } : {};
  const response = await fetch(at(path), { method, headers, ...sent });
  await response.text();
  return response.status;
}

const signed = (nonce: string = randomUUID(), base = at('answer')) =>
  signatureHeaders([TOKEN], base, nonce, ['V3']);

describe('a signature is spent by the first webhook that comes with it', () => {
  const first: Record<string, { sent: Partial<Sent>; status: number; before?: () => Promise<unknown> }> = {
    'which is answered': { sent: {}, status: 200 },
    'which names no call': { sent: { fields: { CallUUID: '' } }, status: 400 },
    'which comes for a number that was given up': { sent: { fields: { To: RETIRED } }, status: 200 },
    'which comes by a method that isn’t served': { sent: { method: 'GET' }, status: 405 },
    'which has no key where one is needed': {
      before: () => door.update({ webhookAccess: 'KEYED' }),
      sent: {},
      status: 403,
    },
    'which comes for a suspended business': {
      before: () => door.update({ status: 'SUSPENDED' }),
      sent: {},
      status: 200,
    },
  };
  test.each(Object.entries(first))('%s', async (_, { sent, status, before }) => {
    await before?.();
    const headers = signed();
    expect(await send({ ...sent, headers })).toBe(status);
    await door.update({ webhookAccess: 'OPEN', status: 'ACTIVE' });
    // What comes by another method is looked at once it has its answer.
    await vi.waitFor(async () => expect(await send({ headers })).toBe(403));
    expect(await send({ headers: signed() })).toBe(200);
  });
});

test('a stranger who sends a V3 signature as V2, with a dot before its nonce, is refused', async () => {
  const nonce = randomUUID();
  expect(await send({ headers: signed(nonce) })).toBe(200);
  const asV2 = {
    'X-Vobiz-Signature-V2': sign(TOKEN, at('answer'), nonce, 'V3'),
    'X-Vobiz-Signature-V2-Nonce': `.${nonce}`,
  };
  expect(await send({ headers: asV2 })).toBe(403);
});

test('of several signatures in one webhook, none can be used again', async () => {
  const nonce = randomUUID();
  const both = signatureHeaders([TOKEN], at('answer'), nonce, ['V3', 'V2']);
  expect(await send({ headers: both })).toBe(200);
  for (const version of ['V3', 'V2'] as const) {
    expect(await send({ headers: signatureHeaders([TOKEN], at('answer'), nonce, [version]) })).toBe(403);
  }
});

test('an address with a slash behind it is another, and is nobody’s', async () => {
  expect(await send({ path: 'answer/', headers: signed(undefined, at('answer/')) })).toBe(404);
});

test('of the same webhook sent ten times at once, one is answered', async () => {
  const headers = signed();
  const fields = { CallUUID: randomUUID() };
  const statuses = await Promise.all(Array.from({ length: 10 }, () => send({ headers, fields })));
  expect(statuses.toSorted()).toEqual([200, ...Array<number>(9).fill(403)]);
});

test('what failed by our fault may come again with its signature', async () => {
  const { signatures } = createSpentSignatures(database.database, systemClock);
  const mac = aMac();
  expect(await signatures.spend(tenantId, [mac])).toBe(true);
  expect(await signatures.spend(tenantId, [mac])).toBe(false);
  await signatures.release(tenantId, [mac]);
  expect(await signatures.spend(tenantId, [mac])).toBe(true);
});

test('a webhook that waited on disk isn’t taken for a replay of itself; a replay that waited is one', async () => {
  const { signatures } = createSpentSignatures(database.database, systemClock);
  const mac = aMac();
  const came = new Date();
  expect(await signatures.spend(tenantId, [mac], came)).toBe(true);
  expect(await signatures.spend(tenantId, [mac], came)).toBe(true);
  expect(await signatures.spend(tenantId, [mac], new Date(came.getTime() + 60_000))).toBe(false);
  expect(await signatures.spend(tenantId, [mac])).toBe(false);
});

test('a signature is remembered for a month', async () => {
  const { signatures, tasks } = createSpentSignatures(database.database, systemClock);
  const [old, recent] = [aMac(), aMac()];
  for (const mac of [old, recent]) await signatures.spend(tenantId, [mac]);
  const age = (mac: Buffer, days: number) =>
    database.admin(`update spent_signatures set seen_at = now() - make_interval(days => $2) where mac = $1`, [
      mac,
      days,
    ]);
  await age(old, 31);
  await age(recent, 29);

  await tasks?.['forget-signatures']?.({});

  expect(await signatures.spend(tenantId, [old])).toBe(true);
  expect(await signatures.spend(tenantId, [recent])).toBe(false);
});

const tenantId = asTenantId(door.id);
const aMac = () => Buffer.from(sign(TOKEN, at('answer'), randomUUID(), 'V3'), 'base64');
