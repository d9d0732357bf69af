import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../../../server/auth/access.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { failure } from '../../fakes/listen.ts';
import { anAuth, aPerson, PASSWORD, type Person, signedIn, stranger } from '../people.ts';

const own = await aDatabase();
const auth = anAuth(own);
const { administration, sessions, signIns } = auth;
const [lotus, jasmine] = [await aTenant(own), await aTenant(own)];

let superAdmin: Person;
let tenantAdmin: Person;
let staff: Person;
beforeEach(async () => {
  await own.admin('delete from users');
  superAdmin = await aPerson(own);
  tenantAdmin = await aPerson(own, { tenantId: lotus.id });
  staff = await aPerson(own, { tenantId: lotus.id, role: 'TENANT_STAFF' });
});

const canSignIn = ({ email }: Person, password = PASSWORD) =>
  signIns.signIn({ email, password }, stranger()).then(
    () => true,
    () => false,
  );

const entriesAbout = async ({ email }: Person) =>
  own.admin(
    `select action, tenant_id, actor_id, detail - 'userId' as detail from audit_log where subject = $1 and action <> 'session.start'`,
    [email],
  );

describe('a user who is disabled', () => {
  test('is signed out, and can’t come in until enabled again', async () => {
    const { token } = await signedIn(auth, staff);
    const disabled = await administration.disable(staff.id, tenantAdmin.context);
    expect(disabled.disabledAt).toBeInstanceOf(Date);
    expect(await sessions.viewerFor(token)).toBeUndefined();
    expect(await canSignIn(staff)).toBe(false);

    expect((await administration.enable(staff.id, tenantAdmin.context)).disabledAt).toBeNull();
    expect(await canSignIn(staff)).toBe(true);
    // The former session stays over.
    expect(await sessions.viewerFor(token)).toBeUndefined();
  });

  test('is so once, however often it is said', async () => {
    const first = await administration.disable(staff.id, superAdmin.context);
    expect(await administration.disable(staff.id, superAdmin.context)).toEqual(first);
    await administration.enable(staff.id, superAdmin.context);
    await administration.enable(staff.id, superAdmin.context);
    const entry = { tenant_id: lotus.id, actor_id: superAdmin.id, detail: {} };
    expect(await entriesAbout(staff)).toEqual([
      { action: 'user.disable', ...entry },
      { action: 'user.enable', ...entry },
    ]);
  });
});

describe('a role', () => {
  test('changes within the tenant, and ends the sessions that had the former one', async () => {
    const { token } = await signedIn(auth, staff);
    expect(
      await administration.changeRole(staff.id, { role: 'TENANT_ADMIN' }, tenantAdmin.context),
    ).toMatchObject({
      role: 'TENANT_ADMIN',
      tenantId: lotus.id,
    });
    expect(await sessions.viewerFor(token)).toBeUndefined();
    expect(await entriesAbout(staff)).toMatchObject([
      { action: 'user.changeRole', detail: { from: 'TENANT_STAFF', to: 'TENANT_ADMIN' } },
    ]);
  });

  test('that a user has already changes nothing', async () => {
    const { token } = await signedIn(auth, staff);
    await administration.changeRole(
      staff.id,
      { role: 'TENANT_STAFF', tenantId: lotus.id },
      tenantAdmin.context,
    );
    expect(await sessions.viewerFor(token)).toBeDefined();
    expect(await entriesAbout(staff)).toEqual([]);
  });

  test('a super admin lifts a user out of the tenant, and back into one', async () => {
    expect(
      await administration.changeRole(staff.id, { role: 'SUPER_ADMIN' }, superAdmin.context),
    ).toMatchObject({
      tenantId: null,
    });
    const back = { role: 'TENANT_ADMIN' as const, tenantId: jasmine.id };
    expect(await administration.changeRole(staff.id, back, superAdmin.context)).toMatchObject(back);
  });

  test.each([
    [
      'a super admin of somebody, as a tenant’s admin',
      () => tenantAdmin,
      { role: 'SUPER_ADMIN' as const },
      'FORBIDDEN',
      undefined,
    ],
    [
      'a user of another tenant',
      () => superAdmin,
      { role: 'TENANT_STAFF' as const, tenantId: jasmine.id },
      'BAD_USER_INPUT',
      'tenantId',
    ],
    [
      'a super admin with a tenant',
      () => superAdmin,
      { role: 'SUPER_ADMIN' as const, tenantId: lotus.id },
      'BAD_USER_INPUT',
      'tenantId',
    ],
  ])('can’t make %s', async (_, by, wanted, code, field) => {
    expect(await failure(administration.changeRole(staff.id, wanted, by().context))).toMatchObject({
      code,
      details: field ? { field } : {},
    });
  });

  test.each([
    ['names no tenant', undefined, 'BAD_USER_INPUT'],
    ['names one that isn’t there', randomUUID(), 'NOT_FOUND'],
  ])('a super admin stays one where whoever changes that %s', async (_, tenantId, code) => {
    const another = await aPerson(own);
    const wanted = { role: 'TENANT_ADMIN' as const, tenantId };
    expect(await failure(administration.changeRole(another.id, wanted, superAdmin.context))).toMatchObject({
      code,
    });
  });
});

describe('a password that was lost', () => {
  test('is made anew by an admin, and told once; the former one and its sessions are over', async () => {
    const { token } = await signedIn(auth, staff);
    const { user, temporaryPassword } = await administration.resetPassword(staff.id, tenantAdmin.context);
    expect(user.mustChangePassword).toBe(true);
    expect(await sessions.viewerFor(token)).toBeUndefined();
    expect(await canSignIn(staff)).toBe(false);
    expect(await canSignIn(staff, temporaryPassword)).toBe(true);
    expect(await entriesAbout(staff)).toMatchObject([{ action: 'user.resetPassword', detail: {} }]);
  });

  test.each([(id: string) => id, (id: string) => id.toUpperCase()])(
    'is not made anew for oneself',
    async (written) => {
      const own = administration.resetPassword(written(tenantAdmin.id), tenantAdmin.context);
      expect(await failure(own)).toMatchObject({ code: 'FORBIDDEN' });
      expect(await canSignIn(tenantAdmin)).toBe(true);
    },
  );
});

test.each<[string, (id: string, context: Context) => Promise<unknown>]>([
  ['disabled', (id, context) => administration.disable(id, context)],
  ['enabled', (id, context) => administration.enable(id, context)],
  ['given a role', (id, context) => administration.changeRole(id, { role: 'TENANT_STAFF' }, context)],
  ['given a password', (id, context) => administration.resetPassword(id, context)],
])('nobody of another tenant, and nobody who isn’t there, is %s', async (_, act) => {
  const neighbour = await aPerson(own, { tenantId: jasmine.id });
  for (const id of [neighbour.id, superAdmin.id, randomUUID(), 'asha', '']) {
    expect(await failure(act(id, tenantAdmin.context))).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await canSignIn(neighbour)).toBe(true);
});

describe('the last super admin', () => {
  const demoted = { role: 'TENANT_ADMIN' as const, tenantId: lotus.id };

  test('can be neither disabled nor demoted', async () => {
    await administration.disable((await aPerson(own)).id, superAdmin.context);
    expect(await failure(administration.disable(superAdmin.id, superAdmin.context))).toMatchObject({
      code: 'CONFLICT',
    });
    expect(
      await failure(administration.changeRole(superAdmin.id, demoted, superAdmin.context)),
    ).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await canSignIn(superAdmin)).toBe(true);
  });

  test('stays, however many remove each other at the same moment, in two instances', async () => {
    const another = anAuth(own).administration;
    const all = [superAdmin, await aPerson(own), await aPerson(own), await aPerson(own)];
    await Promise.allSettled(
      all.map(({ id }, n) => {
        const by = all[(n + 1) % all.length]?.context ?? superAdmin.context;
        return n % 2 === 0 ? administration.disable(id, by) : another.changeRole(id, demoted, by);
      }),
    );
    expect(
      await own.admin(`select 1 from users where role = 'SUPER_ADMIN' and disabled_at is null`),
    ).toHaveLength(1);
  });
});
