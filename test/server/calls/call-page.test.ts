import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { CallResolver } from '../../../server/calls/call.resolver.ts';
import { CallListService } from '../../../server/calls/history/call-list.service.ts';
import { buildKaiVoxSchema } from '../../../server/graphql/schema.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import { TenantResolver } from '../../../server/tenants/tenant.resolver.ts';
import { TenantService } from '../../../server/tenants/tenant.service.ts';
import { WebhookAddressesResolver } from '../../../server/tenants/webhook-keys/webhook-addresses.resolver.ts';
import { WebhookAddresses } from '../../../server/tenants/webhook-keys/webhook-addresses.ts';
import { WebhookKeys } from '../../../server/tenants/webhook-keys/webhook-keys.ts';
import { aCallOf } from '../../support/call.ts';
import { CountingDatabase } from '../../support/counting-database.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, type SignedIn } from '../../support/viewer.ts';

const own = await aDatabase();
const database = new CountingDatabase(own);
const keys = new WebhookKeys(database, new Vault(Buffer.alloc(32, 7)), systemClock, () => undefined);
const schema = buildKaiVoxSchema([
  new CallResolver(new CallListService(database), database),
  new TenantResolver(new TenantService(database, () => undefined), database),
  new WebhookAddressesResolver(
    database,
    keys,
    new WebhookAddresses(keys, () => 'https://kaivox.example'),
    systemClock,
  ),
]);

const PAGE = `query ($tenantId: ID, $first: Int!) {
  calls(tenantId: $tenantId, first: $first) {
    totalCount
    edges { node {
      id startedAt
      turns { number speaker text }
      customer { name }
      tenant { slug persona { greeting } webhookUrls { answer } }
    } }
  }
}`;

type Node = { turns: { text: string }[]; customer: { name: string } | null; tenant: { slug: string } };

/** A page of calls, and what it cost. */
async function aPage(who: SignedIn, tenantId: string, first: number) {
  database.statements.length = 0;
  const variableValues = { tenantId, first };
  const { data, errors } = await graphql({ schema, source: PAGE, contextValue: { ...who }, variableValues });
  expect(errors).toBeUndefined();
  const { edges, totalCount } = (data?.calls ?? expect.unreachable('calls are answered')) as {
    edges: { node: Node }[];
    totalCount: number;
  };
  return { nodes: edges.map(({ node }) => node), totalCount, statements: [...database.statements] };
}

test('a page of 25 calls with everything around them costs as many statements as a page of one', async () => {
  const { id, slug } = await aTenant(own);
  for (let number = 0; number < 25; number++) {
    const customerId = number % 5 ? await aCustomer(own, id, { name: `Customer ${number}` }) : null;
    const lines = [`Line of ${number}.`, 'Yes?'];
    await aCallOf(own, id, { startedAt: `2026-03-01 10:00:${10 + number}Z`, customerId, lines });
  }

  const page = await aPage(anAdminOf(id), id, 25);

  expect(page.totalCount).toBe(25);
  expect(page.nodes.map(({ turns }) => turns[0]?.text)).toEqual(
    Array.from({ length: 25 }, (_, index) => `Line of ${24 - index}.`),
  );
  expect(page.nodes.map(({ customer }) => customer?.name)).toEqual(
    Array.from({ length: 25 }, (_, index) => ((24 - index) % 5 ? `Customer ${24 - index}` : undefined)),
  );
  expect(new Set(page.nodes.map(({ tenant }) => tenant.slug))).toEqual(new Set([slug]));
  const smallest = await aPage(anAdminOf(id), id, 1);
  expect(page.statements).toHaveLength(smallest.statements.length);
  // The calls, how many there are, their turns, customers and tenant, and its persona.
  expect(page.statements).toHaveLength(6);
});

test('a super admin’s page costs no more but for looking whether the tenant is there', async () => {
  const { id } = await aTenant(own);
  for (let number = 0; number < 3; number++) await aCallOf(own, id, { customerId: await aCustomer(own, id) });
  const page = await aPage(aSuperAdmin(), id, 25);
  expect(page.nodes).toHaveLength(3);
  expect(page.statements).toHaveLength(8);
});
