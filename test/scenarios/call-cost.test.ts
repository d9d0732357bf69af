import { afterAll, beforeAll, expect, test } from 'vitest';
import { FakeVobiz } from '../fakes/vobiz-api.ts';
import { DIALECTS } from '../phone/dialect.ts';
import { ADMIN, aKaivox, RECEPTION } from '../support/kaivox.ts';

const vobiz = await FakeVobiz.start();
afterAll(() => vobiz.stop());
const kaivox = await aKaivox({ env: { VOBIZ_API_URL: vobiz.baseUrl } });
let admin: string;
let reception: string;

beforeAll(async () => {
  admin = await kaivox.graphql.signIn(ADMIN);
  reception = await kaivox.graphql.signIn(RECEPTION);
});

const connect = (vobizAppId: string | null, vobizApiKey: string | null) =>
  kaivox.graphql(
    `mutation ($input: UpdatePlatformSettingsInput!) { updatePlatformSettings(input: $input) { marketplaceMode } }`,
    { token: admin, variables: { input: { vobizAppId, vobizApiKey } } },
  );

/** As if a number had been bought with the platform's account. */
const bought = (e164: string) =>
  kaivox.database.admin(
    `update phone_numbers set source = 'MARKETPLACE', demo = false, account = $2 where e164 = $1`,
    [e164, vobiz.authId],
  );

type Cost = { cost: { minorUnits: number; currency: string } | null; costProblem: string | null };

async function costOf(providerCallId: string): Promise<Cost | undefined> {
  const { data } = await kaivox.graphql(
    `{ calls { edges { node { providerCallId cost { minorUnits currency } costProblem } } } }`,
    { token: reception },
  );
  const calls = data?.calls as { edges: { node: Cost & { providerCallId: string } }[] } | undefined;
  const node = calls?.edges.find(({ node }) => node.providerCallId === providerCallId)?.node;
  return node && { cost: node.cost, costProblem: node.costProblem };
}

test('without credentials a call costs nobody anything, and nothing is asked', async () => {
  const phone = kaivox.phone();
  await phone.dial();
  await phone.hangUp({ durationSeconds: 42 });
  expect(await costOf(phone.call.callId)).toEqual({ cost: null, costProblem: null });
  expect(await kaivox.database.admin('select from call_charges')).toEqual([]);
  const jobs = `select from graphile_worker.jobs where task_identifier = 'fetch-call-charge'`;
  expect(await kaivox.database.admin(jobs)).toEqual([]);
  expect(vobiz.requests).toEqual([]);
});

test('a number of the business’s own, without its key, costs nothing and asks nothing of the platform’s account', async () => {
  await connect(vobiz.authId, vobiz.authToken);
  const phone = kaivox.phone();
  await phone.dial();
  await phone.hangUp({ durationSeconds: 42 });
  expect(await costOf(phone.call.callId)).toEqual({ cost: null, costProblem: null });
  expect(await kaivox.database.admin('select from call_charges')).toEqual([]);
});

test.each(DIALECTS)(
  'what a call cost shows seconds after its hangup, to its tenant and the platform (%s)',
  async (dialect) => {
    await connect(vobiz.authId, vobiz.authToken);
    await bought('+917971543252');
    const phone = kaivox.phone({ dialect });
    await phone.dial();
    vobiz.account.calls.bill(phone.call.callId, { cost: 0.65, total_cost: '1.3050' }, { absentFor: 1 });
    await phone.hangUp({ durationSeconds: 42 });
    await expect
      .poll(() => costOf(phone.call.callId), { timeout: 15_000 })
      .toEqual({ cost: { minorUnits: 131, currency: 'INR' }, costProblem: null });

    const { data } = await kaivox.graphql(
      `{ callCosts { totals { paidBy calls cost { currency } } tenants { tenant { slug } calls } } callCostsCsv }`,
      { token: admin },
    );
    expect(data).toMatchObject({
      callCosts: {
        totals: [{ paidBy: 'PLATFORM', cost: { currency: 'INR' } }],
        tenants: [{ tenant: { slug: 'pragati' } }],
      },
      callCostsCsv: expect.stringContaining("Pragati Women's Hospital,platform,"),
    });
  },
);

test.each(['callCosts { waiting }', 'callCostsCsv', 'carrierStatus { isConnected }', 'lowBalanceWarning'])(
  'a tenant’s user is told nothing of the platform’s money: %s',
  async (field) => {
    const { errors } = await kaivox.graphql(`{ ${field} }`, { token: reception });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  },
);

test('a super admin is warned below what they set, in the doctor as well', async () => {
  await connect(vobiz.authId, vobiz.authToken);
  vobiz.account.balance = 812.5;
  const set = await kaivox.graphql('mutation { setLowBalanceWarning(paise: 100000) }', { token: admin });
  expect(set).toEqual({ data: { setLowBalanceWarning: 100_000 } });
  const [tenant] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  await kaivox.graphql('mutation ($input: AddPhoneNumberInput!) { addPhoneNumber(input: $input) { id } }', {
    token: admin,
    variables: { input: { tenantId: tenant?.id, e164: '+918047150001' } },
  });
  await bought('+918047150001');
  const { data } = await kaivox.graphql(
    `query ($id: ID) { carrierStatus { isConnected balance { isLow balance { minorUnits } } lines { most inUse } }
       setupChecks(tenantId: $id) { code status detail } }`,
    { token: admin, variables: { id: tenant?.id } },
  );
  expect(data).toMatchObject({
    carrierStatus: {
      isConnected: true,
      balance: { isLow: true, balance: { minorUnits: 81_250 } },
      lines: { most: 3, inUse: 0 },
    },
  });
  const checks = (data?.setupChecks ?? []) as { code: string; status: string; detail: string }[];
  expect(checks.filter(({ code }) => /^(LINES|BALANCE)/.test(code))).toEqual([
    { code: 'LINES', status: 'PASS', detail: '3 lines; 0 in use; a fourth caller hears the busy tone.' },
    {
      code: 'BALANCE_LOW',
      status: 'WARN',
      detail: 'The platform’s account has ₹812.50; it is low below ₹1,000.00.',
    },
  ]);
  const own = await kaivox.graphql('{ setupChecks { code } }', { token: reception });
  expect(JSON.stringify(own.data)).toContain('"LINES"');
  expect(JSON.stringify(own.data)).not.toContain('BALANCE');
});
