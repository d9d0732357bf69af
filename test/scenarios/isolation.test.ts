import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';
import { operationsWithIds, writtenSchema } from '../support/schema-operations.ts';

// Each test sends a hundred operations and more.
vi.setConfig({ testTimeout: 90_000 });

const kaivox = await aKaivox();
const LOTUS = { email: 'admin@lotus.example', password: 'another pass phrase', role: 'TENANT_ADMIN' };
const LOTUS_STAFF = { email: 'staff@lotus.example', password: 'yet another phrase', role: 'TENANT_STAFF' };
const PRAGATI_STAFF = {
  email: 'staff@pragati.example',
  password: 'one more pass phrase',
  role: 'TENANT_STAFF',
};

/** What a refusal may sound like; anything else would have been an answer. */
const REFUSALS = ['NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT', 'CONFLICT'];

/** What is Pragati's: the ids that others try. */
const owned: Record<string, string> = {};
const tokens: Record<string, string | undefined> = {};

beforeAll(async () => {
  const phone = kaivox.phone();
  await phone.dial();
  await phone.say('I want to speak to a person.');
  await phone.hangUp();
  const admin = await kaivox.graphql.signIn(ADMIN);
  const lotus = await kaivox.graphql(
    'mutation { createTenant(input: { name: "Lotus Clinic", slug: "lotus" }) { id } }',
    { token: admin },
  );
  const lotusId = (lotus.data as { createTenant: { id: string } }).createTenant.id;
  const [pragati] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  for (const [user, tenantId] of [
    [LOTUS, lotusId],
    [LOTUS_STAFF, lotusId],
    [PRAGATI_STAFF, pragati?.id],
  ] as const) {
    await kaivox.graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
      token: admin,
      variables: { input: { ...user, name: 'Somebody', tenantId } },
    });
  }
  const one = async (table: string) =>
    (
      await kaivox.database.admin<{ id: string }>(`select id from ${table} where tenant_id = $1 limit 1`, [
        pragati?.id,
      ])
    )[0]?.id;
  Object.assign(owned, {
    tenant: pragati?.id,
    call: await one('calls'),
    customer: await one('customers'),
    number: await one('phone_numbers'),
    user: await one('users'),
  });
  // What follows from the call by itself has followed before anything is compared.
  const analyses = () => kaivox.database.admin('select from call_analyses');
  await vi.waitUntil(async () => (await analyses()).length === 1, { timeout: 30_000 });
  const logged = () => kaivox.database.admin(`select from webhook_log where webhook = 'hangup'`);
  await vi.waitUntil(async () => (await logged()).length === 1, { timeout: 30_000 });
  const expired = await kaivox.graphql.signIn(RECEPTION);
  await kaivox.graphql('mutation { signOut }', { token: expired });
  Object.assign(tokens, {
    'another tenant’s admin': await kaivox.graphql.signIn(LOTUS),
    'another tenant’s staff': await kaivox.graphql.signIn(LOTUS_STAFF),
    'somebody signed out': undefined,
    'somebody whose session has ended': expired,
    'somebody with a tampered token': `${(await kaivox.graphql.signIn(RECEPTION)).slice(0, -2)}xx`,
  });
});

/** Figures that a job brings up to date whenever it comes to it, and what only tells who did what. */
const KEPT_BY_JOBS = ['audit_log', 'call_days', 'call_quarters', 'call_quarter_marks'];

/** Everything that belongs to Pragati, as one figure for each table. */
async function everythingOfPragati(): Promise<unknown> {
  const tables = await kaivox.database.admin<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id' and table_name <> all ($1) order by 1`,
    [KEPT_BY_JOBS],
  );
  const sums: Record<string, unknown> = {};
  for (const { name } of tables) {
    const [row] = await kaivox.database.admin(
      `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as sum from ${name} t where tenant_id = $1`,
      [owned.tenant],
    );
    sums[name] = row;
  }
  const [tenant] = await kaivox.database.admin('select md5(t::text) as sum from tenants t where id = $1', [
    owned.tenant,
  ]);
  return { ...sums, tenant };
}

/** All that takes an id, tried with each of Pragati's. */
const attempts = () =>
  Object.entries(owned).flatMap(([kind, id]) =>
    operationsWithIds(
      writtenSchema(),
      (argument) => (argument === 'tenantId' ? owned.tenant : id),
      (argument) => (argument === 'password' ? 'a long enough phrase' : `${argument} ${kind}`),
    ).map((operation) => ({ ...operation, kind })),
  );

describe.each([
  'another tenant’s admin',
  'another tenant’s staff',
  'somebody signed out',
  'somebody whose session has ended',
  'somebody with a tampered token',
])('%s', (who) => {
  test('finds neither data nor change, whichever field with an id they try', async () => {
    const before = await everythingOfPragati();
    const tried = attempts();
    expect(tried.length).toBeGreaterThan(60);
    const answered: unknown[] = [];
    for (const { name, kind, query, variables } of tried) {
      const { data, errors } = await kaivox.graphql(query, { variables, token: tokens[who] });
      const codes = errors?.map(({ extensions }) => String(extensions?.code)) ?? [];
      const isRefused =
        data?.[name] == null && codes.length > 0 && codes.every((code) => REFUSALS.includes(code));
      if (!isRefused) answered.push({ name, kind, data, errors });
    }
    expect(answered).toEqual([]);
    expect(await everythingOfPragati()).toEqual(before);
  });
});

test('the same questions are answered for Pragati’s own people: the refusals above are no accident', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const answered = new Set<string>();
  for (const { name, query, variables } of attempts().filter((each) => each.query.startsWith('query'))) {
    const { data } = await kaivox.graphql(query, { variables, token });
    if (data?.[name] != null) answered.add(name);
  }
  expect([...answered].sort()).toEqual(
    expect.arrayContaining(['call', 'calls', 'customer', 'customers', 'tenant']),
  );
});

test('a signed-out person gets nothing but the way in, whichever field they try', async () => {
  const schema = writtenSchema();
  const fields = [
    ...Object.values(schema.getQueryType()?.getFields() ?? {}).map(({ name }) => ['query', name]),
    ...Object.values(schema.getMutationType()?.getFields() ?? {}).map(({ name }) => ['mutation', name]),
  ];
  const all = operationsWithIds(schema, () => owned.tenant, String);
  const open: string[] = [];
  for (const [kind, name] of fields) {
    const query = all.find((operation) => operation.name === name);
    const plain = { query: `${kind} { ${name} }`, variables: {} };
    const { errors } = await kaivox.graphql((query ?? plain).query, {
      variables: (query ?? plain).variables,
    });
    if (!errors?.length) open.push(String(name));
  }
  expect(open).toEqual([]);
});

test('a tenant’s own staff may change follow-ups, notes and themselves, and nothing else', async () => {
  const token = await kaivox.graphql.signIn(PRAGATI_STAFF);
  const before = await everythingOfPragati();
  const forbidden: string[] = [];
  const open: string[] = [];
  for (const { name, kind, query, variables } of attempts()) {
    if (!query.startsWith('mutation') || kind !== 'customer') continue;
    const { errors } = await kaivox.graphql(query, { variables, token });
    (errors?.some(({ extensions }) => extensions?.code === 'FORBIDDEN') ? forbidden : open).push(name);
  }
  expect(open.filter((name) => !/FollowUp|^updateCustomer$|^endSession$/.test(name))).toEqual([]);
  expect(forbidden.length).toBeGreaterThan(8);
  expect(await everythingOfPragati()).toEqual(before);
});
