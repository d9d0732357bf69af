import { type GraphQLSchema, graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../../server/auth/access.ts';
import { rootCause } from '../../../server/graphql/root-cause.ts';
import { buildKaiVoxSchema } from '../../../server/graphql/schema.ts';
import { AppError } from '../../../server/infra/app-error.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAuth, aPerson, PASSWORD, stranger } from './people.ts';

const own = await aDatabase();
const auth = anAuth(own);
const schema: GraphQLSchema = buildKaiVoxSchema(auth.resolvers);
const lotus = await aTenant(own);
const superAdmin = await aPerson(own);
const tenantAdmin = await aPerson(own, { tenantId: lotus.id });
const staff = await aPerson(own, { tenantId: lotus.id, role: 'TENANT_STAFF' });

/** @returns the data, or the code of the refusal */
async function ask(source: string, contextValue: Context, variableValues: Record<string, unknown> = {}) {
  const { data, errors } = await graphql({ schema, source, contextValue, variableValues });
  const [error] = errors ?? [];
  if (!error) return data;
  const cause = rootCause(error);
  return cause instanceof AppError ? { code: cause.code, ...cause.details } : String(cause);
}

const SIGN_IN = `mutation ($email: String!, $password: String!, $code: String) {
  signIn(email: $email, password: $password, code: $code) { token expiresAt user { id email name role } }
}`;

test('a staff member signs in, asks who they are, and signs out', async () => {
  const signedIn = await ask(SIGN_IN, stranger(), { email: staff.email, password: PASSWORD });
  const { id, email, name, role } = staff;
  expect(signedIn).toEqual({
    signIn: {
      token: expect.stringMatching(/^[\w-]{43}$/),
      expiresAt: expect.stringMatching(/Z$/),
      user: { id, email, name, role },
    },
  });
  const { token } = (signedIn as { signIn: { token: string } }).signIn;
  const context = { viewer: await auth.sessions.viewerFor(token), address: '203.0.113.7' };
  expect(await ask('{ me { id createdAt disabledAt mustChangePassword hasSecondFactor } }', context)).toEqual(
    {
      me: {
        id,
        createdAt: expect.stringMatching(/Z$/),
        disabledAt: null,
        mustChangePassword: false,
        hasSecondFactor: false,
      },
    },
  );
  expect(await ask('mutation { signOut }', context)).toEqual({ signOut: true });
  expect(await auth.sessions.viewerFor(token)).toBeUndefined();
});

test('a wrong password is told as the contract has it', async () => {
  expect(await ask(SIGN_IN, stranger(), { email: staff.email, password: 'x' })).toEqual({
    code: 'UNAUTHENTICATED',
  });
});

test('users are made, listed and looked after', async () => {
  const { context } = tenantAdmin;
  const input = {
    email: 'new@example.com',
    name: 'New',
    password: 'staple lamp window',
    role: 'TENANT_STAFF',
  };
  const CREATE = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { id role } }';
  const made = await ask(CREATE, context, { input });
  expect(made).toEqual({ createUser: { id: expect.any(String), role: 'TENANT_STAFF' } });
  expect(await ask(CREATE, context, { input })).toEqual({ code: 'CONFLICT', field: 'email' });
  const { id } = (made as { createUser: { id: string } }).createUser;

  const list = await ask('{ users { id } }', context);
  expect((list as { users: { id: string }[] }).users).toContainEqual({ id });

  const on = (mutation: string) => ask(`mutation ($id: ID!) { ${mutation} }`, context, { id });
  expect(await on('disableUser(id: $id) { disabledAt }')).toEqual({
    disableUser: { disabledAt: expect.stringMatching(/Z$/) },
  });
  expect(await on('enableUser(id: $id) { disabledAt }')).toEqual({ enableUser: { disabledAt: null } });
  expect(await on('changeUserRole(id: $id, role: TENANT_ADMIN) { role }')).toEqual({
    changeUserRole: { role: 'TENANT_ADMIN' },
  });
  expect(await on('resetUserPassword(id: $id) { temporaryPassword user { mustChangePassword } }')).toEqual({
    resetUserPassword: { temporaryPassword: expect.stringMatching(/-/), user: { mustChangePassword: true } },
  });
  const INVITE = `mutation ($input: InviteUserInput!) { inviteUser(input: $input) { temporaryPassword user { email } } }`;
  expect(
    await ask(INVITE, context, { input: { email: 'i@example.com', name: 'I', role: 'TENANT_STAFF' } }),
  ).toEqual({
    inviteUser: { temporaryPassword: expect.stringMatching(/-/), user: { email: 'i@example.com' } },
  });
});

test('a password is changed by the user who has it', async () => {
  const person = await aPerson(own, { tenantId: lotus.id, role: 'TENANT_STAFF' });
  const CHANGE =
    'mutation ($new: String!) { changePassword(currentPassword: "staple lamp window", newPassword: $new) }';
  expect(await ask(CHANGE, person.context, { new: 'short' })).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'newPassword',
  });
  expect(await ask(CHANGE, person.context, { new: 'another lamp window' })).toEqual({ changePassword: true });
});

test('a second factor is begun, and asked for in a way that a client can tell', async () => {
  const begun = await ask('mutation { startSecondFactor { secret uri } }', superAdmin.context);
  expect(begun).toEqual({
    startSecondFactor: { secret: expect.any(String), uri: expect.stringMatching(/^otpauth:/) },
  });
  expect(await ask('mutation { confirmSecondFactor(code: "000000") }', superAdmin.context)).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'code',
  });
  const person = await aPerson(own);
  await own.admin(
    `update users set second_factor_secret = '\\x00', second_factor_confirmed_at = now() where id = $1`,
    [person.id],
  );
  expect(await ask(SIGN_IN, stranger(), { email: person.email, password: PASSWORD })).toEqual({
    code: 'UNAUTHENTICATED',
    reason: 'SECOND_FACTOR_REQUIRED',
  });
});

test('the audit log is read by super admins', async () => {
  await auth.users.create(
    { email: 'logged@example.com', name: 'Logged', password: 'staple lamp window', role: 'SUPER_ADMIN' },
    superAdmin.context,
  );
  const LOG = `{ auditLog(first: 1) {
    edges { cursor node { id at actorId actorEmail action tenantId subject address detail } }
    pageInfo { hasNextPage endCursor } totalCount } }`;
  expect(await ask(LOG, superAdmin.context)).toEqual({
    auditLog: {
      edges: [
        {
          cursor: expect.any(String),
          node: {
            id: expect.any(String),
            at: expect.stringMatching(/Z$/),
            actorId: superAdmin.id,
            actorEmail: superAdmin.email,
            action: 'user.create',
            tenantId: null,
            subject: 'logged@example.com',
            address: '203.0.113.9',
            detail: { userId: expect.any(String), role: 'SUPER_ADMIN' },
          },
        },
      ],
      pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      totalCount: expect.any(Number),
    },
  });
});

describe('who may do what', () => {
  const ID = '00000000-0000-4000-8000-000000000000';
  const EVERYBODY = [
    '{ me { id } }',
    'mutation { signOut }',
    'mutation { changePassword(currentPassword: "a", newPassword: "b") }',
  ];
  const OF_ADMINS = [
    '{ users { id } }',
    `mutation { createUser(input: { email: "", name: "", password: "", role: TENANT_STAFF }) { id } }`,
    `mutation { inviteUser(input: { email: "", name: "", role: TENANT_STAFF }) { user { id } } }`,
    `mutation { disableUser(id: "${ID}") { id } }`,
    `mutation { enableUser(id: "${ID}") { id } }`,
    `mutation { changeUserRole(id: "${ID}", role: TENANT_STAFF) { id } }`,
    `mutation { resetUserPassword(id: "${ID}") { user { id } } }`,
  ];
  const OF_SUPER_ADMINS = [
    '{ auditLog { totalCount } }',
    'mutation { startSecondFactor { uri } }',
    'mutation { confirmSecondFactor(code: "1") }',
    'mutation { disableSecondFactor(password: "a", code: "1") }',
  ];

  test('all there is has its place in these lists', () => {
    const fields = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    const listed = [...EVERYBODY, ...OF_ADMINS, ...OF_SUPER_ADMINS].map(
      (source) => /{\s*(\w+)/.exec(source)?.[1],
    );
    expect(fields.toSorted()).toEqual([...listed, 'signIn'].toSorted());
  });

  test.each([...EVERYBODY, ...OF_ADMINS, ...OF_SUPER_ADMINS])('a stranger may not: %s', async (source) => {
    expect(await ask(source, stranger())).toEqual({ code: 'UNAUTHENTICATED' });
  });

  test.each([...OF_ADMINS, ...OF_SUPER_ADMINS])('staff may not: %s', async (source) => {
    expect(await ask(source, staff.context)).toEqual({ code: 'FORBIDDEN' });
  });

  test.each(OF_SUPER_ADMINS)('a tenant’s admin may not: %s', async (source) => {
    expect(await ask(source, tenantAdmin.context)).toEqual({ code: 'FORBIDDEN' });
  });
});
