import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeVobiz } from '../fakes/vobiz-api.ts';
import { ADMIN, aKaivox, RECEPTION, type RunningKaivox } from '../support/kaivox.ts';

const KEY = 'vobiz-secret-api-key-9876';
const OWN_KEY = 'own-number-auth-token-5432';

let vobiz: FakeVobiz;
let kaivox: RunningKaivox;
/** Everything that was answered. */
const answers: string[] = [];

beforeAll(async () => {
  vobiz = await FakeVobiz.start({ authToken: KEY });
  kaivox = await aKaivox({ env: { VOBIZ_API_URL: vobiz.baseUrl } });
});
afterAll(() => vobiz.stop());

async function as(user: { email: string; password: string }) {
  const token = await kaivox.graphql.signIn(user);
  return async (query: string, variables: Record<string, unknown> = {}) => {
    const answer = await kaivox.graphql(query, { token, variables });
    answers.push(JSON.stringify(answer));
    return answer;
  };
}

test('a super admin connects Vobiz, browses, buys, assigns and releases, with no visit to its portal', async () => {
  vobiz.account.offer('+918047150001', { setupFee: 100, monthlyFee: 499.5, region: 'Karnataka' });
  vobiz.account.offer('+918047150002', { isBlocked: true });
  const ask = await as(ADMIN);
  const [tenant] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );

  const saved = await ask(
    `mutation ($input: UpdatePlatformSettingsInput!) { updatePlatformSettings(input: $input) {
       vobizAppId vobizApiKeyHint marketplaceMode connection { status detail } } }`,
    { input: { vobizAppId: vobiz.authId, vobizApiKey: KEY } },
  );
  expect(saved.data).toEqual({
    updatePlatformSettings: {
      vobizAppId: vobiz.authId,
      vobizApiKeyHint: '••••9876',
      marketplaceMode: 'LIVE',
      connection: { status: 'CONNECTED', detail: 'Connected; 0 numbers.' },
    },
  });

  const browsed = await ask(`{ availableNumbers(search: "80471500") { total items {
     e164 country region voice sms demo setupFee { minorUnits currency } monthlyFee { minorUnits currency } } } }`);
  expect(browsed.data).toMatchObject({
    availableNumbers: {
      items: [
        { e164: '+918047150001', region: 'Karnataka', demo: false, monthlyFee: { minorUnits: 49_950 } },
      ],
    },
  });

  const purchase = () =>
    ask(
      `mutation ($input: PurchaseNumberInput!) { purchaseNumber(input: $input) {
         id kind status failure requestedBy monthlyFee { minorUnits }
         tenant { slug } phoneNumber { id e164 status webhookUrls { answer } tenant { slug } } } }`,
      {
        input: {
          e164: '+918047150001',
          tenantId: tenant?.id,
          idempotencyKey: 'from the console',
          expectedSetupFee: { minorUnits: 10_000, currency: 'INR' },
          expectedMonthlyFee: { minorUnits: 49_950, currency: 'INR' },
        },
      },
    );
  const bought = await purchase();
  expect(bought.data).toMatchObject({
    purchaseNumber: {
      kind: 'PURCHASE',
      status: 'SUCCEEDED',
      failure: null,
      requestedBy: ADMIN.email,
      tenant: { slug: 'pragati' },
      phoneNumber: {
        status: 'ACTIVE',
        webhookUrls: { answer: `${kaivox.url}/api/vobiz/pragati/answer` },
        tenant: { slug: 'pragati' },
      },
    },
  });
  expect(await purchase()).toEqual(bought);
  expect(vobiz.account.purchasesOf('+918047150001')).toBe(1);
  const [application] = [...vobiz.account.applications.values()];
  // The business's own portal may go without a key; what the platform wires does not.
  expect(application?.answer_url.split('?k=')).toEqual([
    `${kaivox.url}/api/vobiz/pragati/answer`,
    expect.stringMatching(/^[\w-]{43}$/),
  ]);

  const [number] = await kaivox.database.admin<{ id: string }>(
    `select id from phone_numbers where e164 = '+918047150001'`,
  );
  const id = number?.id;
  const released = await ask(
    'mutation ($id: ID!) { releaseNumber(id: $id, idempotencyKey: "bye") { kind status releaseFee { minorUnits } } }',
    { id },
  );
  expect(released.data).toEqual({
    releaseNumber: { kind: 'RELEASE', status: 'SUCCEEDED', releaseFee: { minorUnits: 10_000 } },
  });
  const kept = await ask('mutation ($id: ID!) { cancelNumberRelease(id: $id) { status } }', { id });
  expect(kept.data).toEqual({ cancelNumberRelease: { status: 'ACTIVE' } });

  const costs =
    await ask(`{ numberCosts { total { minorUnits } tenants { tenant { slug } numbers } renewals { e164 } }
     numberOrdersCsv numberOrders { kind status } numberReconciliation { found { e164 } lost { e164 } } }`);
  expect(costs.data).toMatchObject({
    numberCosts: {
      total: [{ minorUnits: 49_950 }],
      tenants: [{ tenant: { slug: 'pragati' }, numbers: 1 }],
      renewals: [{ e164: '+918047150001' }],
    },
    numberOrdersCsv: expect.stringContaining('+918047150001'),
    numberOrders: [{ kind: 'RELEASE' }, { kind: 'PURCHASE' }],
  });
});

test('a tenant’s admin brings a number along; the marketplace is for super admins', async () => {
  const ask = await as(RECEPTION);
  const add = () =>
    ask(
      'mutation ($input: AddPhoneNumberInput!) { addPhoneNumber(input: $input) { id status label hasProviderApiKey } }',
      {
        input: { e164: '+918047150009', label: 'Ward 2', providerApiKey: OWN_KEY },
      },
    );
  expect((await add()).data).toMatchObject({
    addPhoneNumber: { status: 'ACTIVE', label: 'Ward 2', hasProviderApiKey: true },
  });
  expect((await add()).errors).toMatchObject([{ extensions: { code: 'CONFLICT', field: 'e164' } }]);
  expect((await ask('{ phoneNumbers { e164 demo source } }')).data).toMatchObject({
    phoneNumbers: expect.arrayContaining([{ e164: '+918047150009', demo: false, source: 'OWN' }]),
  });
  for (const query of [
    '{ platformSettings { vobizAppId } }',
    '{ availableNumbers { total } }',
    '{ numberOrders { id } }',
    '{ numberCosts { total { minorUnits } } }',
    '{ numberOrdersCsv }',
    '{ numberReconciliation { problem } }',
    'mutation { releaseNumber(id: "x", idempotencyKey: "x") { id } }',
    'mutation { cancelNumberRelease(id: "x") { id } }',
  ]) {
    expect((await ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

test('a Vobiz that fails is PROVIDER_UNAVAILABLE, with a sentence', async () => {
  const ask = await as(ADMIN);
  vobiz.fail('search', { status: 503, message: `no room for ${KEY}` }, { times: 3 });
  expect((await ask('{ availableNumbers { total } }')).errors).toMatchObject([
    { message: expect.stringContaining('(503)'), extensions: { code: 'PROVIDER_UNAVAILABLE' } },
  ]);
});

test('no key is in any answer, any log line or any column', async () => {
  const tables = await kaivox.database.admin<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await kaivox.database.admin<{ row: string }>(`select t::text as row from ${name} t`);
    rows.push(...found.map(({ row }) => row));
  }
  const said = { answers: answers.join('\n'), logged: kaivox.logged(), stored: rows.join('\n') };
  expect(said.answers).toContain('••••9876');
  expect(said.logged).toContain('Vobiz was asked');
  expect(said.stored).toContain('+918047150001');
  for (const [where, text] of Object.entries(said)) {
    for (const key of [KEY, OWN_KEY]) {
      const hidden = [key, Buffer.from(key).toString('hex'), Buffer.from(key).toString('base64')];
      for (const form of hidden) expect(text.includes(form), `${where}: ${form}`).toBe(false);
    }
  }
});
