import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test, vi } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';

const kaivox = await aKaivox();
const own = kaivox.database;
const admin = await kaivox.graphql.signIn(ADMIN);
const reception = await kaivox.graphql.signIn(RECEPTION);
const callId = `c-${randomUUID()}`;

const LIST = `query ($tenantId: ID, $first: Int, $after: String, $filter: WebhookLogFilter) {
  webhookLog(tenantId: $tenantId, first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id tenantId slug webhook method dialect providerCallId callId status milliseconds outcome reason } } } }`;
const ONE = `query ($id: ID!) { webhookExchange(id: $id) {
  webhook { id webhook } contentType query { name values } body { name values } isCut xml spoken } }`;

type Node = { id: string; webhook: string; slug: string; providerCallId: string; reason: string | null };
type Listed = {
  webhookLog: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Node }[];
  };
};

async function list(variables: Record<string, unknown> = {}, token = reception) {
  const { data, errors } = await kaivox.graphql(LIST, { variables: { first: 50, ...variables }, token });
  if (!data) throw new Error(JSON.stringify(errors));
  const { webhookLog } = data as Listed;
  return { ...webhookLog, nodes: webhookLog.edges.map(({ node }) => node) };
}

const ofCall = (more: object = {}) => ({ filter: { providerCallId: callId, ...more } });

let amount = 0;
beforeAll(async () => {
  const phone = kaivox.phone({ callId });
  await phone.dial();
  await phone.say('Are you open on Sunday?');
  await phone.hangUp();
  await fetch(`${kaivox.url}/api/vobiz/nobody-at-all/answer`, { method: 'POST' });
  // A reply that is slow to come is asked for once more.
  amount = phone.exchanges.length;
  await vi.waitFor(async () => expect((await list(ofCall())).nodes).toHaveLength(amount), 5_000);
});

test('a tenant’s admin reads what its webhooks said and were answered', async () => {
  const { nodes, totalCount } = await list(ofCall());
  expect(totalCount).toBe(amount);
  expect(nodes.at(0)?.webhook).toBe('hangup');
  expect(nodes.at(-1)?.webhook).toBe('answer');
  expect(nodes.at(-2)).toMatchObject({
    slug: 'pragati',
    method: 'POST',
    dialect: 'vobizxml',
    status: 200,
    outcome: 'ANSWERED',
    reason: null,
    callId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    milliseconds: expect.any(Number),
  });
  const { data } = await kaivox.graphql(ONE, { variables: { id: nodes.at(-2)?.id }, token: reception });
  expect(data?.webhookExchange).toMatchObject({
    query: [{ name: 'turn', values: ['1'] }],
    body: expect.arrayContaining([{ name: 'Speech', values: ['Are you open on Sunday?'] }]),
    isCut: false,
    xml: expect.stringMatching(/<(Gather|Redirect)/),
    spoken: expect.arrayContaining([expect.any(String)]),
  });
});

test('it is filtered, and read page by page', async () => {
  expect((await list(ofCall({ webhook: 'hangup' }))).nodes).toMatchObject([{ webhook: 'hangup' }]);
  expect((await list(ofCall({ outcomes: ['REFUSED', 'FAILED'] }))).nodes).toEqual([]);
  const first = await list({ ...ofCall(), first: amount - 1 });
  expect(first.pageInfo.hasNextPage).toBe(true);
  const rest = await list({ ...ofCall(), first: 50, after: first.pageInfo.endCursor });
  expect(rest.nodes).toMatchObject([{ webhook: 'answer' }]);
  const later = new Date(Date.now() + 60_000).toISOString();
  expect((await list(ofCall({ from: later }))).nodes).toEqual([]);
  expect((await list(ofCall({ to: later }))).nodes).toHaveLength(amount);
  const [call] = await own.admin<{ id: string }>('select id from calls where provider_call_id = $1', [
    callId,
  ]);
  expect((await list({ filter: { callId: call?.id } })).nodes).toHaveLength(amount);
});

test('those of no tenant are the platform’s; another tenant sees none of it, and staff nothing', async () => {
  const refused = { filter: { outcomes: ['REFUSED'] } };
  expect((await list(refused, admin)).nodes).toContainEqual(
    expect.objectContaining({ slug: 'nobody-at-all', reason: 'UNKNOWN_SLUG' }),
  );
  expect((await list(refused)).nodes.filter(({ slug }) => slug === 'nobody-at-all')).toEqual([]);
  const other = await aTenant(own);
  expect((await list({ tenantId: other.id }, admin)).nodes).toEqual([]);
  const denied = await kaivox.graphql(LIST, { variables: { tenantId: other.id }, token: reception });
  expect(denied.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  await own.admin(
    `update webhook_log set tenant_id = $1 where provider_call_id = $2 and webhook = 'hangup'`,
    [other.id, callId],
  );
  const [moved] = await own.admin<{ id: string }>('select id from webhook_log where tenant_id = $1', [
    other.id,
  ]);
  for (const query of [ONE, 'mutation ($id: ID!) { replayWebhook(id: $id) { status } }']) {
    const { errors } = await kaivox.graphql(query, { variables: { id: moved?.id }, token: reception });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  }
  await own.admin(
    `update webhook_log set tenant_id = (select id from tenants where slug = 'pragati') where id = $1`,
    [moved?.id],
  );
  await own.admin(`update users set role = 'TENANT_STAFF' where email = $1`, [RECEPTION.email]);
  const { errors } = await kaivox.graphql(LIST, { token: reception });
  await own.admin(`update users set role = 'TENANT_ADMIN' where email = $1`, [RECEPTION.email]);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

test.each([
  [{ from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'from'],
  [{ providerCallId: 'x'.repeat(201) }, 'providerCallId'],
])('a filter that makes no sense is refused: %j', async (filter, field) => {
  const { errors } = await kaivox.graphql(LIST, { variables: { filter }, token: reception });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
});

test('nothing of it is in the log of the process', () => {
  expect(kaivox.logged()).not.toContain('open on Sunday');
});
