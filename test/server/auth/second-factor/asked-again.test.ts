import { Secret, TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { aCustomer } from '../../../support/customer.ts';
import { ADMIN, aKaivox } from '../../../support/kaivox.ts';
import { aTenant } from '../../../support/tenant.ts';

const kaivox = await aKaivox();
const { graphql, database: own } = kaivox;

type Answer = Awaited<ReturnType<typeof graphql>>;
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions?.reason ?? errors?.[0]?.extensions?.code;

/** Sets up a second factor for the user of a session. @returns its recovery codes */
async function setUp(token: string): Promise<string[]> {
  const started = await graphql('mutation { startSecondFactor { secret } }', { token });
  const { startSecondFactor } = (started.data ?? {}) as { startSecondFactor?: { secret: string } };
  const secret = startSecondFactor?.secret ?? expect.unreachable('it was started');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  const confirmed = await graphql('mutation ($code: String!) { confirmSecondFactor(code: $code) }', {
    variables: { code },
    token,
  });
  const { confirmSecondFactor } = (confirmed.data ?? {}) as { confirmSecondFactor?: string[] };
  return confirmSecondFactor ?? expect.unreachable('it was confirmed');
}

/** A super admin with a second factor, a code of which was given six minutes ago. */
async function aCarefulAdmin() {
  const token = await graphql.signIn(ADMIN);
  const [recoveryCode] = await setUp(token);
  await own.admin(`update sessions set second_factor_at = now() - interval '6 minutes'`);
  return { token, recoveryCode };
}

test('what erases and exports asks for a code of those who have one, and of nobody else', async () => {
  const without = await graphql.signIn(ADMIN);
  const [gone, kept] = [await aTenant(own), await aTenant(own, { slug: 'kept' })];
  const customers = [await aCustomer(own, kept.id, {}), await aCustomer(own, kept.id, {})];
  const eraseCustomer = (id: string | undefined) => `mutation { eraseCustomer(id: "${id}") }`;
  const eraseTenant = ({ id, slug }: typeof kept) =>
    `mutation { eraseTenant(id: "${id}", confirmSlug: "${slug}") }`;
  const prepare = `mutation { prepareExport(tenantId: "${kept.id}") }`;
  const exported = (token: string) =>
    fetch(`${kaivox.url}/export?tenantId=${kept.id}`, { headers: { authorization: `Bearer ${token}` } });
  // With the password alone, as scripts do.
  for (const query of [eraseCustomer(customers[0]), eraseTenant(gone), prepare])
    expect(codeOf(await graphql(query, { token: without }))).toBeUndefined();
  expect((await exported(without)).status).toBe(200);

  const { token, recoveryCode } = await aCarefulAdmin();

  for (const query of [eraseCustomer(customers[1]), eraseTenant(kept), prepare])
    expect(codeOf(await graphql(query, { token }))).toBe('SECOND_FACTOR_NEEDED');
  const refused = await exported(token);
  expect([refused.status, await refused.json()]).toEqual([
    403,
    { error: expect.stringContaining('code'), reason: 'SECOND_FACTOR_NEEDED' },
  ]);
  expect(codeOf(await graphql('mutation { giveSecondFactor(code: "000000") }', { token }))).toBe(
    'BAD_USER_INPUT',
  );
  expect(codeOf(await graphql(prepare, { token }))).toBe('SECOND_FACTOR_NEEDED');
  expect(codeOf(await graphql(`mutation { giveSecondFactor(code: "${recoveryCode}") }`, { token }))).toBe(
    undefined,
  );
  expect((await exported(token)).status).toBe(200);
  for (const query of [prepare, eraseCustomer(customers[1]), eraseTenant(kept)])
    expect(codeOf(await graphql(query, { token }))).toBeUndefined();
});

test('what makes or takes over an admin’s account asks for a code of those who have one, and of nobody else', async () => {
  await own.admin('update users set second_factor_confirmed_at = null, second_factor_secret = null');
  const tenant = await aTenant(own);
  const without = await graphql.signIn(ADMIN);
  const made = async (role: string) => {
    const { data } = await graphql(
      'mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }',
      {
        token: without,
        variables: { input: newUser(role) },
      },
    );
    return (data as { createUser: { id: string } }).createUser.id;
  };
  const newUser = (role: string) => ({
    ...{ email: `${crypto.randomUUID()}@example.com`, name: 'Ravi', password: 'staple lamp window', role },
    ...(role !== 'SUPER_ADMIN' && { tenantId: tenant.id }),
  });
  const admin = await made('TENANT_ADMIN');
  const guarded = async () => {
    const [staff, keeper] = [await made('TENANT_STAFF'), await made('TENANT_STAFF')];
    await own.admin(
      "update users set second_factor_confirmed_at = now(), second_factor_secret = 'x' where id = $1",
      [keeper],
    );
    await own.admin('update platform_settings set require_second_factor = true');
    const inputs = (name: string, kind: string) => (role: string) => ({
      query: `mutation ($input: ${kind}!) { ${name}(input: $input) { __typename } }`,
      variables: { input: newUser(role) },
    });
    const create = inputs('createUser', 'CreateUserInput');
    const { password: _, ...invited } = newUser('TENANT_ADMIN');
    const plain = (query: string) => ({ query: `mutation { ${query} }`, variables: {} });
    return {
      asked: [
        create('SUPER_ADMIN'),
        create('TENANT_ADMIN'),
        { ...inputs('inviteUser', 'InviteUserInput')('TENANT_ADMIN'), variables: { input: invited } },
        plain(`changeUserRole(id: "${staff}", role: TENANT_ADMIN) { id }`),
        plain(`changeUserRole(id: "${staff}", role: SUPER_ADMIN) { id }`),
        plain(`resetUserPassword(id: "${staff}") { temporaryPassword }`),
        plain(`resetUserSecondFactor(id: "${keeper}") { id }`),
        plain('updatePlatformSettings(input: { requireSecondFactor: false }) { marketplaceMode }'),
      ],
      free: [
        create('TENANT_STAFF'),
        plain(`changeUserRole(id: "${admin}", role: TENANT_STAFF) { id }`),
        plain('updatePlatformSettings(input: { requireSecondFactor: true }) { marketplaceMode }'),
      ],
    };
  };
  const codes = (token: string, all: { query: string; variables: object }[]) =>
    all.reduce<Promise<unknown[]>>(
      async (before, { query, variables }) => [
        ...(await before),
        codeOf(await graphql(query, { token, variables: { ...variables } })),
      ],
      Promise.resolve([]),
    );
  const none = (all: unknown[]) => all.map(() => undefined);

  const { token, recoveryCode } = await aCarefulAdmin();
  const { asked, free } = await guarded();
  expect(await codes(token, free)).toEqual(none(free));
  expect(await codes(token, asked)).toEqual(asked.map(() => 'SECOND_FACTOR_NEEDED'));
  await graphql(`mutation { giveSecondFactor(code: "${recoveryCode}") }`, { token });
  expect(await codes(token, asked)).toEqual(none(asked));

  await own.admin('update users set second_factor_confirmed_at = null, second_factor_secret = null');
  await own.admin('update platform_settings set require_second_factor = false');
  const again = await guarded();
  await own.admin('update platform_settings set require_second_factor = false');
  expect(await codes(await graphql.signIn(ADMIN), again.asked)).toEqual(none(again.asked));
});

test('where super admins need one, one without can do nothing but set it up', async () => {
  await own.admin('update users set second_factor_confirmed_at = null, second_factor_secret = null');
  const token = await graphql.signIn(ADMIN);
  const setting = (isRequired: boolean) =>
    graphql(
      `mutation { updatePlatformSettings(input: { requireSecondFactor: ${isRequired} }) { requireSecondFactor marketplaceMode } }`,
      { token },
    );
  expect((await setting(true)).data).toEqual({
    updatePlatformSettings: { requireSecondFactor: true, marketplaceMode: 'DEMO' },
  });

  for (const query of [
    '{ platformSettings { requireSecondFactor } }',
    '{ tenants { totalCount } }',
    '{ sessions { id } }',
    'mutation { giveSecondFactor(code: "1") }',
  ])
    expect(codeOf(await graphql(query, { token }))).toBe('SECOND_FACTOR_SETUP_REQUIRED');
  expect(
    (await fetch(`${kaivox.url}/export`, { headers: { authorization: `Bearer ${token}` } })).status,
  ).toBe(401);
  expect((await graphql('{ me { mustSetUpSecondFactor } }', { token })).data).toEqual({
    me: { mustSetUpSecondFactor: true },
  });

  expect(await setUp(token)).toHaveLength(10);

  expect((await setting(false)).data).toMatchObject({
    updatePlatformSettings: { requireSecondFactor: false },
  });
});

test('failures and lock-outs are counted for Prometheus', async () => {
  const wrong = 'mutation { signIn(email: "nobody@example.com", password: "x") { token } }';
  for (let time = 0; time < 11; time += 1) await graphql(wrong);
  const text = await (await fetch(`${kaivox.url}/metrics`)).text();
  // One wrong code in the first test, and ten wrong passwords.
  expect(text).toMatch(/^kaivox_sign_in_failures_total 11$/m);
  expect(text).toMatch(/^kaivox_sign_in_lock_outs_total 1$/m);
});

test('a hundred passwords in one request are refused without a look at one', async () => {
  const aliases = Array.from(
    { length: 100 },
    (_, n) => `a${n}: signIn(email: "${ADMIN.email}", password: "guess ${n}") { token }`,
  );
  const before = await own.admin(`select sum(points)::int as points from attempt_limits`);
  const { data, errors } = await graphql(`mutation { ${aliases.join(' ')} }`);
  expect(data).toBeNull();
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAUTHENTICATED' }]);
  expect(await own.admin(`select sum(points)::int as points from attempt_limits`)).toEqual(before);
});

test.each([
  ['a field that there isn’t', `mutation { signIn(email: "a", password: "b") { tokn } }`],
  ['a field of a tenant', `mutation { signIn(email: "a", password: "b") { user { tenant { x } } } }`],
  ['an argument', `mutation { signIn(mail: "a") { token } }`],
])('a stranger learns no name from a sign-in that is written wrongly: %s', async (_, query) => {
  const { errors } = await graphql(query);
  expect(new Set(errors?.map(({ message }) => message))).toEqual(
    new Set(['Signing in is asked for in another way; docs/api.md has an example.']),
  );
});
