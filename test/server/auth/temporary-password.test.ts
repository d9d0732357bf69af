import { describe, expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../support/kaivox.ts';

const { url, graphql } = await aKaivox();
const boss = await graphql.signIn(RECEPTION);

const CREATE = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }';
const INVITE = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { temporaryPassword } }';
const CHANGE =
  'mutation ($now: String!, $next: String!) { changePassword(currentPassword: $now, newPassword: $next) }';

/** What the business's admin is answered. */
async function bossGets<T>(query: string, variables: Record<string, unknown>): Promise<T> {
  const { data, errors } = await graphql(query, { token: boss, variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return data as T;
}

let made = 0;
const someone = () => {
  made += 1;
  return { email: `new-${made}@pragati.example`, name: 'New', role: 'TENANT_ADMIN' };
};

/** @returns the token of a user whom an admin made with a password, and who has signed in with it */
async function signedInWith(mustChangePassword?: boolean | null): Promise<string> {
  const user = { ...someone(), password: 'made by somebody' };
  const input = { ...user, ...(mustChangePassword !== undefined && { mustChangePassword }) };
  await bossGets(CREATE, { input });
  return graphql.signIn(user);
}

const REFUSED = [{ extensions: { code: 'FORBIDDEN', reason: 'PASSWORD_CHANGE_REQUIRED' } }];

describe('a user who has to choose a password', () => {
  test.each([
    '{ users { id } }',
    '{ calls(first: 1) { totalCount } }',
    '{ tenant { name } }',
    'mutation { createUser(input: { email: "x@example.com", name: "X", password: "staple lamp window", role: TENANT_STAFF }) { id } }',
  ])('gets no answer to %s', async (query) => {
    const { errors } = await graphql(query, { token: await signedInWith(true) });
    expect(errors).toMatchObject(REFUSED);
  });

  test('may ask who they are, and leave', async () => {
    const token = await signedInWith(true);
    expect((await graphql('{ me { role mustChangePassword } }', { token })).data).toEqual({
      me: { role: 'TENANT_ADMIN', mustChangePassword: true },
    });
    expect((await graphql('mutation { signOut }', { token })).data).toEqual({ signOut: true });
  });

  test('is let in, in the same session, once they have', async () => {
    const token = await signedInWith(true);
    const variables = { now: 'made by somebody', next: 'chosen by themselves' };
    expect((await graphql(CHANGE, { token, variables })).data).toEqual({ changePassword: true });
    expect((await graphql('{ tenant { slug } }', { token })).data).toEqual({ tenant: { slug: 'pragati' } });
  });

  test('downloads nothing meanwhile', async () => {
    const authorization = `Bearer ${await signedInWith(true)}`;
    const status = async (path: string) =>
      (await fetch(`${url}${path}`, { headers: { authorization } })).status;
    expect(await status('/export')).toBe(401);
    expect(await status('/recordings/00000000-0000-4000-8000-000000000000')).toBe(401);
  });
});

test.each([undefined, null, false])(
  'who was made with mustChangePassword %s works at once',
  async (asked) => {
    const token = await signedInWith(asked);
    expect((await graphql('{ tenant { slug } }', { token })).data).toEqual({ tenant: { slug: 'pragati' } });
  },
);

test.each([
  [undefined, REFUSED],
  [true, REFUSED],
  [false, undefined],
])('who was invited with mustChangePassword %s is asked to choose one: %j', async (asked, errors) => {
  const user = someone();
  const input = { ...user, ...(asked !== undefined && { mustChangePassword: asked }) };
  const { inviteUser } = await bossGets<{ inviteUser: { temporaryPassword: string } }>(INVITE, { input });
  const token = await graphql.signIn({ ...user, password: inviteUser.temporaryPassword });
  const answer = await graphql('{ tenant { slug } }', { token });
  if (errors) expect(answer.errors).toMatchObject(errors);
  else expect(answer.errors).toBeUndefined();
});

test('a user who had their password reset has to choose another', async () => {
  const user = { ...someone(), password: 'made by somebody' };
  const { createUser } = await bossGets<{ createUser: { id: string } }>(CREATE, { input: user });
  const { resetUserPassword } = await bossGets<{ resetUserPassword: { temporaryPassword: string } }>(
    'mutation ($id: ID!) { resetUserPassword(id: $id) { temporaryPassword } }',
    createUser,
  );
  const token = await graphql.signIn({ ...user, password: resetUserPassword.temporaryPassword });
  expect((await graphql('{ tenant { slug } }', { token })).errors).toMatchObject(REFUSED);
});

test('the platform’s first admin, and the demo’s, need not', async () => {
  for (const user of [ADMIN, RECEPTION]) {
    const token = await graphql.signIn(user);
    expect((await graphql('{ me { mustChangePassword } }', { token })).data).toEqual({
      me: { mustChangePassword: false },
    });
  }
});
