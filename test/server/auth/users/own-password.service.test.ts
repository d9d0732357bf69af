import { expect, test } from 'vitest';
import { verifyPassword } from '../../../../server/auth/users/passwords.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { anAuth, aPerson, PASSWORD, signedIn, stranger, WRONG } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);
const { id: tenantId } = await aTenant(own);
const NEW = 'another lamp window';

test('a new password ends the user’s other sessions, and no other user’s', async () => {
  const person = await aPerson(own, { tenantId });
  await own.admin('update users set must_change_password = true where id = $1', [person.id]);
  const [here, elsewhere] = [await signedIn(auth, person), await signedIn(auth, person)];
  const somebodyElse = await signedIn(auth, await aPerson(own, { tenantId }));

  await auth.passwords.change({ currentPassword: PASSWORD, newPassword: NEW }, here.context);

  expect(await auth.sessions.viewerFor(here.token)).toBeDefined();
  expect(await auth.sessions.viewerFor(elsewhere.token)).toBeUndefined();
  expect(await auth.sessions.viewerFor(somebodyElse.token)).toBeDefined();
  expect((await signedIn(auth, person, NEW)).context.viewer.userId).toBe(person.id);
  await expect(signedIn(auth, person)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(await auth.users.me(here.context)).toMatchObject({ mustChangePassword: false });
  expect(await own.admin('select action, tenant_id from audit_log where actor_id = $1', [person.id])).toEqual(
    [{ action: 'password.change', tenant_id: tenantId }],
  );
});

test.each([
  ['a wrong current one', { currentPassword: WRONG, newPassword: NEW }, 'currentPassword'],
  ['a short new one', { currentPassword: PASSWORD, newPassword: 'short' }, 'newPassword'],
  ['the same again', { currentPassword: PASSWORD, newPassword: PASSWORD }, 'newPassword'],
])('%s changes nothing', async (_, passwords, field) => {
  const person = await aPerson(own, { tenantId });
  const { context } = await signedIn(auth, person);
  expect(await failure(auth.passwords.change(passwords, context))).toMatchObject({
    code: 'BAD_USER_INPUT',
    details: { field },
  });
  expect((await signedIn(auth, person)).token).toBeDefined();
});

test('a stolen session can’t try all passwords', async () => {
  const person = await aPerson(own, { tenantId });
  const { context } = await signedIn(auth, person);
  const guess = () => failure(auth.passwords.change({ currentPassword: WRONG, newPassword: NEW }, context));
  for (let time = 0; time < 10; time++) expect(await guess()).toMatchObject({ code: 'BAD_USER_INPUT' });
  expect(await guess()).toMatchObject({ code: 'RATE_LIMITED' });
  // It is the same count as that of signing in.
  expect(
    await failure(auth.signIns.signIn({ email: person.email, password: PASSWORD }, stranger())),
  ).toMatchObject({
    code: 'RATE_LIMITED',
  });
});

test('a password that an admin makes meanwhile is not overwritten', async () => {
  const [person, admin] = [await aPerson(own, { tenantId }), await aPerson(own, { tenantId })];
  const { context } = await signedIn(auth, person);
  let temporary = '';
  const slow = anAuth(own, {
    verify: async (hashed, password) => {
      temporary = (await auth.administration.resetPassword(person.id, admin.context)).temporaryPassword;
      return verifyPassword(hashed, password);
    },
  });
  const change = slow.passwords.change({ currentPassword: PASSWORD, newPassword: NEW }, context);
  expect(await failure(change)).toMatchObject({ details: { field: 'currentPassword' } });
  expect((await signedIn(auth, person, temporary)).token).toBeDefined();
});
