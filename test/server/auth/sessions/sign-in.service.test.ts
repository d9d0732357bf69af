import { describe, expect, test } from 'vitest';
import { verifyPassword } from '../../../../server/auth/users/passwords.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { anAuth, aPerson, PASSWORD, signedIn, stranger, WRONG } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);

test('a user who knows the password comes in, and is told who they are', async () => {
  const { id } = await aTenant(own);
  const person = await aPerson(own, { tenantId: id, role: 'TENANT_STAFF' });
  const { token, expiresAt, user } = await auth.signIns.signIn(
    { email: person.email, password: PASSWORD },
    stranger(),
  );
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(expiresAt.getTime()).toBeGreaterThan(Date.now());
  expect(user).toMatchObject({ id: person.id, email: person.email, role: 'TENANT_STAFF', tenantId: id });
  expect(user).not.toHaveProperty('passwordHash');
});

test.each([
  ['in capitals', (email: string) => email.toUpperCase()],
  ['in small letters', (email: string) => email.toLowerCase()],
  ['with blanks around it', (email: string) => `  ${email} `],
])('an e-mail address may be written %s', async (_, written) => {
  const person = await aPerson(own);
  const { user } = await auth.signIns.signIn(
    { email: written(person.email), password: PASSWORD },
    stranger(),
  );
  expect(user.id).toBe(person.id);
});

describe('a stranger doesn’t learn who has an account', () => {
  const counted = () => {
    const verified: string[] = [];
    const counting = anAuth(own, {
      verify: (hashed, password) => {
        verified.push(hashed);
        return verifyPassword(hashed, password);
      },
    });
    return { verified, counting };
  };

  test('the answer to an unknown address is the one to a wrong password, after the same work', async () => {
    const person = await aPerson(own);
    const { verified, counting } = counted();
    const unknown = await failure(
      counting.signIns.signIn({ email: 'nobody@example.com', password: WRONG }, stranger()),
    );
    const wrong = await failure(
      counting.signIns.signIn({ email: person.email, password: WRONG }, stranger()),
    );
    expect(unknown).toMatchObject({ code: 'UNAUTHENTICATED', details: {} });
    expect((unknown as Error).message).toBe((wrong as Error).message);
    // Both hashes cost the same.
    expect(verified.map((hashed) => hashed.split('$').slice(0, 4))).toEqual([
      ['', 'argon2id', 'v=19', 'm=19456,t=2,p=1'],
      ['', 'argon2id', 'v=19', 'm=19456,t=2,p=1'],
    ]);
  });

  test('a stranger can’t sign in with the password of an account that isn’t there', async () => {
    const { verified, counting } = counted();
    await failure(counting.signIns.signIn({ email: 'nobody@example.com', password: '' }, stranger()));
    expect(verified).toHaveLength(1);
  });

  test('only who knows the password is told that the account is disabled', async () => {
    const person = await aPerson(own);
    await own.admin('update users set disabled_at = now() where id = $1', [person.id]);
    const wrong = await failure(auth.signIns.signIn({ email: person.email, password: WRONG }, stranger()));
    const right = await failure(auth.signIns.signIn({ email: person.email, password: PASSWORD }, stranger()));
    expect(wrong).toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.not.stringContaining('disabled'),
    });
    expect(right).toMatchObject({ code: 'UNAUTHENTICATED', message: expect.stringContaining('disabled') });
  });
});

test.each([
  ['disabled', 'update users set disabled_at = now() where id = $1'],
  ['given another password', `update users set password_hash = 'another' where id = $1`],
  ['deleted', 'delete from users where id = $1'],
])('whoever is %s while the password is verified does not come in', async (_, sql) => {
  const person = await aPerson(own);
  const late = anAuth(own, {
    verify: async (hashed, password) => {
      await own.admin(sql, [person.id]);
      return verifyPassword(hashed, password);
    },
  });
  const refused = await failure(late.signIns.signIn({ email: person.email, password: PASSWORD }, stranger()));
  expect(refused).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await own.admin('select 1 from sessions where user_id = $1', [person.id])).toEqual([]);
});

test('a super admin’s sign-in is written down, with where it came from', async () => {
  const person = await aPerson(own);
  await signedIn(auth, person);
  expect(
    await own.admin(`select actor_id, actor_email, action, address from audit_log where actor_id = $1`, [
      person.id,
    ]),
  ).toEqual([
    { actor_id: person.id, actor_email: person.email, action: 'session.start', address: '203.0.113.7' },
  ]);
});
