import { beforeEach, describe, expect, test } from 'vitest';
import { DIALECTS } from '../../phone/dialect.ts';
import { aDoor, keyIn, TOKEN } from './a-door.ts';

const door = await aDoor();
const { graphql, database } = door;

beforeEach(async () => {
  await door.update({ webhookAccess: 'OPEN', signaturePolicy: 'ACCEPT_UNSIGNED' });
});

type Rotated = { rotateWebhookKey: { webhookUrls: { answer: string } } };

/** Every address of ours in a document. */
const addressesIn = (xml: string) =>
  [...xml.matchAll(/https?:\/\/[^"<\s]+/g)].map(([url]) => url.replaceAll('&amp;', '&'));

describe.each(DIALECTS)('where a key is needed, in %s', (dialect) => {
  beforeEach(async () => {
    await door.update({ webhookAccess: 'KEYED' });
  });

  test.each([
    ['no key', undefined],
    ['an empty key', ''],
    ['a wrong key', 'x'.repeat(43)],
    ['more than any key', 'x'.repeat(5_000)],
  ])('a stranger with %s hears the line go, and nothing is stored', async (_, key) => {
    const before = await door.stored();
    const stranger = door.phone({ dialect, ...(key !== undefined && { key }) });
    const answered = await stranger.dial();
    for (const { status, steps } of answered.exchanges) {
      expect({ status, steps }).toMatchObject({ status: 403, steps: [{ step: 'hangUp' }] });
    }
    for (const webhook of ['answer', 'input', 'hangup'] as const) {
      expect(await stranger.post(webhook, stranger.fields({ event: 'answered' }))).toMatchObject({
        status: 403,
      });
    }
    expect(await door.stored()).toEqual(before);
  });

  test('a caller with the key is answered from the greeting to the hangup, and every address has the key', async () => {
    const key = await door.key();
    const phone = door.phone({ dialect, key });
    await phone.dial();
    await phone.say('When are you open?');
    await phone.staySilent();
    await phone.hangUp();

    expect(phone.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
    const addresses = phone.exchanges.flatMap(({ xml }) => addressesIn(xml));
    expect(addresses.length).toBeGreaterThan(2);
    expect(new Set(addresses.map(keyIn))).toEqual(new Set([key]));
    const calls = await door.stored();
    expect(calls).toContainEqual(
      expect.objectContaining({ id: phone.call.callId, status: 'COMPLETED', verified: true }),
    );
  });

  test('a signature is no key', async () => {
    await door.signs();
    const { exchanges } = await door.phone({ dialect, authToken: TOKEN, reportsHangup: false }).dial();
    expect(exchanges).toMatchObject([{ status: 403 }]);
  });
});

describe('where no key is needed', () => {
  test.each(DIALECTS)('a call that began with one goes on with one, in %s', async (dialect) => {
    const key = await door.key();
    const phone = door.phone({ dialect, key });
    await phone.dial();
    await phone.say('When are you open?');
    const addresses = phone.exchanges.flatMap(({ xml }) => addressesIn(xml));
    expect(new Set(addresses.map(keyIn))).toEqual(new Set([key]));
    expect(await door.stored()).toContainEqual(
      expect.objectContaining({ id: phone.call.callId, verified: true, lines: 3 }),
    );
  });

  test.each([
    ['none', undefined],
    ['a wrong one', 'x'.repeat(43)],
  ])('a caller with %s is answered, and is not known to come from Vobiz', async (_, key) => {
    const phone = door.phone(key === undefined ? {} : { key });
    expect(await phone.dial()).toMatchObject({ state: 'listening' });
    expect(phone.exchanges.flatMap(({ xml }) => addressesIn(xml).map(keyIn))).toEqual(['']);
    expect(await door.stored()).toContainEqual(
      expect.objectContaining({ id: phone.call.callId, verified: false }),
    );
  });
});

describe('the addresses', () => {
  const STAFF = { email: 'staff@pragati.example', password: 'window lamp staple' };

  test('are plain while access is open, and carry the key once it is keyed', async () => {
    const plain = await door.urls();
    expect(plain).toEqual({
      answer: `${door.url}/api/vobiz/pragati/answer`,
      input: `${door.url}/api/vobiz/pragati/input`,
      hangup: `${door.url}/api/vobiz/pragati/hangup`,
    });
    const key = await door.key();
    expect(key).toMatch(/^[\w-]{43}$/);
    await door.update({ webhookAccess: 'KEYED' });
    const keyed = {
      answer: `${plain.answer}?k=${key}`,
      input: `${plain.input}?k=${key}`,
      hangup: `${plain.hangup}?k=${key}`,
    };
    expect(await door.urls(door.reception)).toEqual(keyed);
    expect(await door.urls(door.admin)).toEqual(keyed);
  });

  test('never tell staff the key', async () => {
    await door.update({ webhookAccess: 'KEYED' });
    await graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
      token: door.admin,
      variables: { input: { ...STAFF, name: 'Staff', role: 'TENANT_STAFF', tenantId: door.id } },
    });
    await database.admin(`update users set must_change_password = false where email = $1`, [STAFF.email]);
    const token = await graphql.signIn(STAFF);
    const shown = await graphql(
      '{ tenant { webhookUrls { answer } keyedWebhookUrls { answer } } phoneNumbers { webhookUrls { answer } } }',
      { token },
    );
    expect(shown.data?.tenant).toEqual({
      webhookUrls: { answer: `${door.url}/api/vobiz/pragati/answer` },
      keyedWebhookUrls: null,
    });
    expect(JSON.stringify(shown)).not.toContain(await door.key());
    const { errors } = await door.rotate(token);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('are another’s to rotate only for a super admin who names the business', async () => {
    const { data } = await graphql(
      'mutation { createTenant(input: { name: "Lotus", slug: "lotus" }) { id } }',
      {
        token: door.admin,
      },
    );
    const { id } = (data as { createTenant: { id: string } }).createTenant;
    const rotate = 'mutation ($id: ID) { rotateWebhookKey(tenantId: $id) { slug } }';
    const asReception = await graphql(rotate, { token: door.reception, variables: { id } });
    expect(asReception.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const asAdmin = await graphql(rotate, { token: door.admin });
    expect(asAdmin.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await graphql(rotate, { token: door.admin, variables: { id } })).toEqual({
      data: { rotateWebhookKey: { slug: 'lotus' } },
    });
  });
});

describe('a key that was replaced', () => {
  beforeEach(async () => {
    await door.update({ webhookAccess: 'KEYED' });
  });

  test('is answered for a day, with the new one in every address; then not any more', async () => {
    const old = await door.key();
    const begun = door.phone({ key: old });
    await begun.dial();
    const { data } = await door.rotate();
    const fresh = keyIn((data as Rotated).rotateWebhookKey.webhookUrls.answer);
    expect(fresh).not.toBe(old);
    expect(await door.phone({ key: fresh }).dial()).toMatchObject({ state: 'listening' });

    expect(await begun.say('When are you open?')).toMatchObject({ state: 'listening' });
    expect(new Set(addressesIn(begun.exchanges.at(-1)?.xml ?? '').map(keyIn))).toEqual(new Set([fresh]));
    expect(await begun.say('Thank you.')).toMatchObject({ exchanges: [{ status: 200 }] });

    await database.admin(
      `update webhook_keys set answered_until = now() - interval '1 ms' where answered_until is not null`,
    );
    await database.admin(`select pg_notify('tenant_changed', '')`);
    await expect
      .poll(async () => (await door.phone({ key: old, reportsHangup: false }).dial()).exchanges[0]?.status)
      .toBe(403);
  });

  test('and the one before it are each answered for their own day', async () => {
    const first = await door.key();
    await door.rotate();
    const second = await door.key();
    await door.rotate();
    for (const key of [first, second, await door.key()]) {
      expect(await door.phone({ key }).dial()).toMatchObject({ state: 'listening' });
    }
    const until = await graphql('{ tenant { previousWebhookKeyUntil } }', { token: door.reception });
    const { previousWebhookKeyUntil } = (until.data as { tenant: { previousWebhookKeyUntil: string } })
      .tenant;
    const hours = (Date.parse(previousWebhookKeyUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThanOrEqual(24);
  });

  test('leaves its trace in the audit, and no key there', async () => {
    await door.rotate();
    const entries = await database.admin(
      `select actor_email, subject, detail::text from audit_log where action = 'tenant.rotateWebhookKey' order by at desc limit 1`,
    );
    expect(entries).toEqual([{ actor_email: 'reception@pragati.example', subject: 'pragati', detail: '{}' }]);
  });
});

test('who reads logs, the webhook log or a backup learns no key', async () => {
  await door.update({ webhookAccess: 'KEYED' });
  const key = await door.key();
  const phone = door.phone({ key, callId: 'read-by-others' });
  await phone.dial();
  await phone.say('When are you open?');
  await door.phone({ key: 'a-wrong-key-that-is-nearly-right-0123456789', callId: 'read-by-others' }).dial();
  const logged = () =>
    database.admin<{ row: string; query: string; xml: string; reason: string | null }>(
      `select w::text as row, query::text, xml, reason from webhook_log w
        where provider_call_id = 'read-by-others' or reason = 'WRONG_KEY' order by reason desc, at`,
    );
  await expect
    .poll(async () => (await logged()).filter(({ reason }) => reason === null).length, { timeout: 5_000 })
    .toBe(2);
  const rows = await logged();
  expect(rows[0]).toMatchObject({ reason: null, xml: expect.stringContaining('?k=••••') });
  expect(rows.some(({ reason }) => reason === 'WRONG_KEY')).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(key);
  expect(JSON.stringify(rows)).not.toContain('a-wrong-key');
  expect(door.logged()).not.toContain(key);
  const backup = await database.admin<{ row: string }>('select k::text as row from webhook_keys k');
  expect(JSON.stringify(backup)).not.toContain(key);
});

test('a webhook that came with a key can be played again, and nothing differs', async () => {
  await door.update({ webhookAccess: 'KEYED' });
  const phone = door.phone({ key: await door.key(), callId: 'played-again' });
  await phone.dial();
  const find = () =>
    database.admin<{ id: string }>(`select id from webhook_log where provider_call_id = 'played-again'`);
  await expect.poll(async () => (await find()).length, { timeout: 5_000 }).toBe(1);
  const [logged] = await find();
  const { data } = await graphql(
    'mutation ($id: ID!) { replayWebhook(id: $id) { cannot status xml differences { what before now } } }',
    { token: door.reception, variables: { id: logged?.id } },
  );
  expect(data?.replayWebhook).toMatchObject({ cannot: null, status: 200, differences: [] });
  expect(JSON.stringify(data)).toContain('?k=••••');
});
