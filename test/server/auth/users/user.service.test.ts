import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../server/auth/users/user.entity.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { anAuth, aPerson, PASSWORD, stranger } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);
const { users, signIns } = auth;
const [lotus, jasmine] = [await aTenant(own), await aTenant(own)];
const superAdmin = await aPerson(own);
const tenantAdmin = await aPerson(own, { tenantId: lotus.id });

const aNewUser = (
  wanted: { role?: Role; tenantId?: string | null; email?: string; name?: string; password?: string } = {},
) => ({
  email: `${randomUUID()}@example.com`,
  name: 'Ravi',
  password: 'staple lamp window',
  role: 'TENANT_STAFF' as const,
  ...wanted,
});

describe('a new user', () => {
  test.each([
    ['a super admin', superAdmin, { role: 'SUPER_ADMIN' as const }, null],
    ['a tenant’s admin', superAdmin, { role: 'TENANT_ADMIN' as const, tenantId: lotus.id }, lotus.id],
    ['a tenant’s staff', superAdmin, { tenantId: jasmine.id }, jasmine.id],
    ['staff', tenantAdmin, {}, lotus.id],
    ['an admin', tenantAdmin, { role: 'TENANT_ADMIN' as const, tenantId: lotus.id }, lotus.id],
  ])('can be %s', async (_, maker, wanted, tenantId) => {
    const input = aNewUser(wanted);
    const user = await users.create(input, maker.context);
    expect(user).toEqual({
      id: expect.any(String),
      tenantId,
      email: input.email,
      name: 'Ravi',
      role: input.role,
      createdAt: expect.any(Date),
      disabledAt: null,
      mustChangePassword: false,
      hasSecondFactor: false,
      mustSetUpSecondFactor: false,
    });
    expect((await signIns.signIn(input, stranger())).user).toEqual(user);
  });

  test.each([
    [
      'a super admin, made by a tenant’s admin',
      tenantAdmin,
      { role: 'SUPER_ADMIN' as const },
      'FORBIDDEN',
      undefined,
    ],
    ['another tenant’s', tenantAdmin, { tenantId: jasmine.id }, 'NOT_FOUND', undefined],
    [
      'a super admin with a tenant',
      superAdmin,
      { role: 'SUPER_ADMIN' as const, tenantId: lotus.id },
      'BAD_USER_INPUT',
      'tenantId',
    ],
    ['staff without a tenant', superAdmin, {}, 'BAD_USER_INPUT', 'tenantId'],
    ['staff of no such tenant', superAdmin, { tenantId: randomUUID() }, 'NOT_FOUND', undefined],
    ['staff of what is no id', superAdmin, { tenantId: 'lotus' }, 'NOT_FOUND', undefined],
    ['without an e-mail address', tenantAdmin, { email: 'ravi' }, 'BAD_USER_INPUT', 'email'],
    [
      'with a second address',
      tenantAdmin,
      { email: 'a@example.com, b@example.com' },
      'BAD_USER_INPUT',
      'email',
    ],
    [
      'with an endless address',
      tenantAdmin,
      { email: `a@${'b.'.repeat(200)}com` },
      'BAD_USER_INPUT',
      'email',
    ],
    ['without a name', tenantAdmin, { name: ' \n ' }, 'BAD_USER_INPUT', 'name'],
    ['with an endless name', tenantAdmin, { name: 'x'.repeat(101) }, 'BAD_USER_INPUT', 'name'],
    ['with a short password', tenantAdmin, { password: 'short' }, 'BAD_USER_INPUT', 'password'],
  ])('can’t be %s', async (_, maker, wanted, code, field) => {
    const error = await failure(users.create(aNewUser(wanted), maker.context));
    expect(error).toMatchObject({ code, details: field ? { field } : {} });
  });

  describe('needs an e-mail address', () => {
    const taken = { code: 'CONFLICT', details: { field: 'email' } };
    const aRavi = () => `Ravi.${randomUUID()}@example.com`;

    test('that no user of the tenant has, in whatever letters, and whoever makes either', async () => {
      for (const [first, second] of [
        [tenantAdmin, tenantAdmin],
        [tenantAdmin, superAdmin],
        [superAdmin, tenantAdmin],
      ] as const) {
        const input = aNewUser({ email: aRavi(), tenantId: lotus.id });
        await users.create(input, first.context);
        const again = { ...input, email: ` ${input.email.toUpperCase()}` };
        expect(await failure(users.create(again, second.context))).toMatchObject(taken);
      }
    });

    test.each([
      ['a tenant’s user', () => ({ tenantId: lotus.id })],
      ['a super admin', () => ({ role: 'SUPER_ADMIN' as const })],
    ])(
      'that %s, made by a super admin, doesn’t have, where a super admin makes another',
      async (_, whose) => {
        const email = aRavi();
        await users.create(aNewUser({ email, ...whose() }), superAdmin.context);
        for (const other of [{ tenantId: jasmine.id }, { role: 'SUPER_ADMIN' as const }])
          expect(
            await failure(users.create(aNewUser({ email, ...other }), superAdmin.context)),
          ).toMatchObject(taken);
      },
    );

    test('and an admin of another tenant can’t take one from all others', async () => {
      for (const other of [
        { tenantId: jasmine.id, role: 'TENANT_ADMIN' as const },
        { tenantId: null, role: 'SUPER_ADMIN' as const },
      ]) {
        const email = aRavi();
        await users.create(aNewUser({ email }), tenantAdmin.context);
        expect(await users.create(aNewUser({ email, ...other }), superAdmin.context)).toMatchObject({
          email,
          tenantId: other.tenantId,
        });
      }
    });
  });

  test.each([
    ['another tenant', () => aPerson(own, { tenantId: jasmine.id })],
    ['the platform', () => aPerson(own)],
  ])(
    'with the address of a user of %s is made and signs in as any other, and so does that user',
    async (_, whose) => {
      const theirs = await whose();
      const { password: _password, ...input } = aNewUser({ email: theirs.email.toUpperCase() });
      const fresh = { ...input, email: `fresh.${randomUUID()}@example.com` };

      const invited = await users.invite(input, tenantAdmin.context);
      const unknown = await users.invite(fresh, tenantAdmin.context);

      const shape = ({ user }: typeof invited) => ({ ...user, id: '', email: '', createdAt: '' });
      expect(shape(invited)).toEqual(shape(unknown));
      const signIn = (password: string) =>
        auth.signIns.signIn({ email: theirs.email, password }, stranger('203.0.113.77'));
      expect((await signIn(invited.temporaryPassword)).user.tenantId).toBe(lotus.id);
      expect((await signIn(PASSWORD)).user.id).toBe(theirs.id);
      // Who knows the password of one account has no more guesses at the other's for it.
      for (let time = 0; time < 10; time += 1) await signIn(invited.temporaryPassword);
      expect(await failure(signIn(PASSWORD))).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect((await signIn(invited.temporaryPassword)).user.tenantId).toBe(lotus.id);
    },
  );

  test('can’t follow into a tenant where another user has the same address', async () => {
    const [boss, email] = [await aPerson(own), `two.${randomUUID()}@example.com`];
    const mover = await aPerson(own, { email });
    await aPerson(own, { email, tenantId: lotus.id });
    const moved = auth.administration.changeRole(
      mover.id,
      { role: 'TENANT_ADMIN', tenantId: lotus.id },
      boss.context,
    );
    expect(await failure(moved)).toMatchObject({ code: 'CONFLICT' });
  });

  test('with the same address, asked for many times at once, is one user', async () => {
    const input = aNewUser();
    const made = await Promise.allSettled(
      Array.from({ length: 8 }, () => users.create(input, tenantAdmin.context)),
    );
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is written down, without the password', async () => {
    const input = aNewUser();
    const { id } = await users.create(input, tenantAdmin.context);
    const [row] = await own.admin<{ row: string }>(
      `select audit_log::text as row, action, tenant_id, detail, actor_id from audit_log where subject = $1`,
      [input.email],
    );
    expect(row).toMatchObject({
      action: 'user.create',
      tenant_id: lotus.id,
      actor_id: tenantAdmin.id,
      detail: { userId: id, role: 'TENANT_STAFF' },
    });
    expect(row?.row).not.toContain(PASSWORD);
  });

  test('who is invited gets a password that is to be changed', async () => {
    const { password: _, ...input } = aNewUser();
    const { user, temporaryPassword } = await users.invite(input, tenantAdmin.context);
    expect(user).toMatchObject({ email: input.email, tenantId: lotus.id, mustChangePassword: true });
    const signedIn = await signIns.signIn({ email: input.email, password: temporaryPassword }, stranger());
    expect(signedIn.user.mustChangePassword).toBe(true);
  });
});

describe('who there is', () => {
  const emails = async (...list: Parameters<typeof users.list>) =>
    (await users.list(...list)).map(({ email }) => email);

  test('a tenant’s admin sees the own tenant’s users', async () => {
    const neighbour = await aPerson(own, { tenantId: jasmine.id });
    for (const tenantId of [undefined, null, lotus.id]) {
      const seen = await emails(tenantId, tenantAdmin.context);
      expect(seen).toContain(tenantAdmin.email);
      expect(seen).not.toContain(neighbour.email);
      expect(seen).not.toContain(superAdmin.email);
    }
    expect(await failure(users.list(jasmine.id, tenantAdmin.context))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a super admin sees a tenant’s users, or the super admins', async () => {
    const other = await aTenant(own);
    const [last, first] = [
      await aPerson(own, { tenantId: other.id }),
      await aPerson(own, { tenantId: other.id }),
    ];
    await own.admin(
      `update users set name = case id when $1 then 'zoya' else 'Asha' end where tenant_id = $2`,
      [last.id, other.id],
    );
    expect(await emails(other.id, superAdmin.context)).toEqual([first.email, last.email]);
    const supers = await users.list(undefined, superAdmin.context);
    expect(supers.map(({ email }) => email)).toContain(superAdmin.email);
    expect(new Set(supers.map(({ role }) => role))).toEqual(new Set(['SUPER_ADMIN']));
    for (const id of [randomUUID(), 'lotus']) {
      expect(await failure(users.list(id, superAdmin.context))).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test.each([superAdmin, tenantAdmin])('$role sees who they are', async ({ id, context }) => {
    expect(await users.me(context)).toMatchObject({ id, createdAt: expect.any(Date) });
  });

  test('whoever was deleted a moment ago is nobody', async () => {
    const gone = await aPerson(own, { tenantId: lotus.id });
    await own.admin('delete from users where id = $1', [gone.id]);
    expect(await failure(users.me(gone.context))).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
