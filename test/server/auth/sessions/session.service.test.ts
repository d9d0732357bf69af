import { describe, expect, test } from 'vitest';
import { clearExpired } from '../../../../server/auth/sessions/clear-expired.job.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Notifications } from '../../../../server/infra/notifications.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { aClock, anAuth, aPerson, signedIn } from '../people.ts';

const own = await aDatabase();

test('a token tells who comes with it, in every instance', async () => {
  const { id } = await aTenant(own);
  const person = await aPerson(own, { tenantId: id });
  const { token, context } = await signedIn(anAuth(own), person);
  expect(context.viewer).toEqual({
    userId: person.id,
    email: person.email,
    name: person.name,
    role: 'TENANT_ADMIN',
    tenantId: id,
    mustChangePassword: false,
    sessionId: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await anAuth(own).sessions.viewerFor(token)).toEqual(context.viewer);
});

test('a token is not stored', async () => {
  const { token, context } = await signedIn(anAuth(own), await aPerson(own));
  const rows = await own.admin<{ hash: string; row: string }>(
    `select encode(token_hash, 'hex') as hash, sessions::text as row from sessions`,
  );
  expect(rows.map(({ hash }) => hash)).toContain(context.viewer.sessionId);
  const bytes = Buffer.from(token, 'base64url').toString('hex');
  expect(rows.filter(({ row }) => row.includes(token) || row.includes(bytes))).toEqual([]);
});

test.each(['', 'x', 'a'.repeat(43), 'ä'.repeat(43), `${'a'.repeat(42)} `, '0'.repeat(64)])(
  '%j is nobody’s token',
  async (token) => {
    expect(await anAuth(own).sessions.viewerFor(token)).toBeUndefined();
  },
);

describe('a session', () => {
  const aSession = async () => {
    const clock = aClock();
    const auth = anAuth(own, { clock });
    const session = await signedIn(auth, await aPerson(own));
    const isOver = async () => (await auth.sessions.viewerFor(session.token)) === undefined;
    return { clock, auth, isOver, ...session };
  };

  test('ends after twelve hours without being used', async () => {
    const { clock, isOver } = await aSession();
    clock.goOn({ hours: 12 });
    expect(await isOver()).toBe(true);
  });

  test('goes on as long as it is used, but no longer than thirty days', async () => {
    const { clock, isOver } = await aSession();
    for (let hours = 11; hours < 30 * 24; hours += 11) {
      clock.goOn({ hours: 11 });
      expect(await isOver()).toBe(false);
    }
    clock.goOn({ hours: 11 });
    expect(await isOver()).toBe(true);
  });

  test('is written to every five minutes at most', async () => {
    const { clock, isOver, context } = await aSession();
    const version = async () =>
      (
        await own.admin<{ xmin: string }>(
          `select xmin::text from sessions where token_hash = decode($1, 'hex')`,
          [context.viewer.sessionId],
        )
      )[0]?.xmin;
    const start = await version();
    clock.goOn({ minutes: 5 });
    await isOver();
    expect(await version()).toBe(start);
    clock.goOn({ minutes: 1 });
    await isOver();
    const renewed = await version();
    expect(renewed).not.toBe(start);
    await isOver();
    expect(await version()).toBe(renewed);
  });

  test('is over once its user signs out, which may be repeated; others of the same user are not', async () => {
    const auth = anAuth(own);
    const person = await aPerson(own);
    const [one, another] = [await signedIn(auth, person), await signedIn(auth, person)];
    await auth.sessions.signOut(one.context);
    await auth.sessions.signOut(one.context);
    expect(await auth.sessions.viewerFor(one.token)).toBeUndefined();
    expect(await auth.sessions.viewerFor(another.token)).toBeDefined();
  });

  test('shows at once what has become of the user', async () => {
    const auth = anAuth(own);
    const person = await aPerson(own);
    const { token } = await signedIn(auth, person);
    await own.admin(`update users set name = 'Renamed' where id = $1`, [person.id]);
    expect(await auth.sessions.viewerFor(token)).toMatchObject({ name: 'Renamed' });
    await own.admin('update users set disabled_at = now() where id = $1', [person.id]);
    expect(await auth.sessions.viewerFor(token)).toBeUndefined();
  });

  test('announces its end', async () => {
    const auth = anAuth(own);
    const { context } = await signedIn(auth, await aPerson(own));
    const notifications = new Notifications(own.url, createLog('silent'));
    await using _ = { [Symbol.asyncDispose]: () => notifications.stop() };
    const heard = new Promise((resolve) => notifications.on('session_ended', resolve));
    await notifications.start();
    await auth.sessions.signOut(context);
    expect(await heard).toBe(context.viewer.sessionId);
  });

  test('survives a tenant that is suspended', async () => {
    const auth = anAuth(own);
    const { id } = await aTenant(own, { status: 'SUSPENDED' });
    const { token } = await signedIn(auth, await aPerson(own, { tenantId: id }));
    expect(await auth.sessions.viewerFor(token)).toBeDefined();
  });
});

test('what has run out is cleared away, and nothing else', async () => {
  const clock = aClock();
  const auth = anAuth(own, { clock });
  const person = await aPerson(own);
  await signedIn(auth, person);
  clock.goOn({ hours: 11 });
  const recent = await signedIn(auth, person);
  clock.goOn({ hours: 2 });
  const soon = clock.now().getTime() + 1;
  await own.admin(`insert into attempt_limits values ('past', 1, $1), ('present', 1, $2)`, [soon - 1, soon]);

  await clearExpired(own.database, clock);

  const sessions = await own.admin(
    `select encode(token_hash, 'hex') as id from sessions where user_id = $1`,
    [person.id],
  );
  expect(sessions).toEqual([{ id: recent.context.viewer.sessionId }]);
  expect(await own.admin(`select key from attempt_limits where key in ('past', 'present')`)).toEqual([
    { key: 'present' },
  ]);
});
