import { graphql } from 'graphql';
import { expect, test } from 'vitest';
import { CallResolver } from '../../../server/calls/call.resolver.ts';
import { CallListService } from '../../../server/calls/history/call-list.service.ts';
import { CustomerResolver } from '../../../server/customers/customer.resolver.ts';
import { CustomerService } from '../../../server/customers/customer.service.ts';
import { createFollowUps } from '../../../server/follow-ups/create-follow-ups.ts';
import { openFollowUp } from '../../../server/follow-ups/follow-up.store.ts';
import { buildKaiVoxSchema } from '../../../server/graphql/schema.ts';
import type { CallId, CustomerId, TenantId } from '../../../server/infra/ids.ts';
import { aCallOf } from '../../support/call.ts';
import { CountingDatabase } from '../../support/counting-database.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { aSuperAdmin, type SignedIn, staffOf } from '../../support/viewer.ts';

const own = await aDatabase();
const database = new CountingDatabase(own);
const NOW = new Date('2026-11-24T10:00:00Z');
const { resolvers } = createFollowUps({
  database,
  notifications: { on: () => () => undefined },
  clock: { now: () => NOW },
  also: [],
});
const schema = buildKaiVoxSchema([
  new CallResolver(new CallListService(database), database),
  new CustomerResolver(new CustomerService(database)),
  ...resolvers,
]);

const open = (
  tenantId: TenantId,
  title: string,
  about: { callId?: CallId; customerId?: CustomerId; dueAt?: string; createdAt?: string },
) =>
  own.database.inTenant(tenantId, (tx) =>
    openFollowUp(tx, {
      tenantId,
      title,
      reason: 'CALL',
      origin: null,
      dueAt: about.dueAt ? new Date(about.dueAt) : null,
      callId: about.callId ?? null,
      customerId: about.customerId ?? null,
      now: about.createdAt ? new Date(about.createdAt) : NOW,
    }),
  );

const settle = (id: string | undefined) =>
  own.admin(`update follow_ups set status = 'DONE', settled_at = now() where id = $1`, [id]);

type Owners = { edges: { node: { followUps: { title: string }[] } }[] };

/** The titles of follow-ups by owner, in the list's order, and what asking for them cost. */
async function titlesIn(who: SignedIn, list: 'calls' | 'customers', first = 25, tenantId?: string) {
  database.statements.length = 0;
  const of = tenantId ? `, tenantId: "${tenantId}"` : '';
  const source = `{ ${list}(first: ${first}${of}) { edges { node { followUps { title } } } } }`;
  const { data, errors } = await graphql({ schema, source, contextValue: { ...who } });
  expect(errors).toBeUndefined();
  const { edges } = (data?.[list] ?? expect.unreachable('they are listed')) as Owners;
  return {
    titles: edges.map(({ node }) => node.followUps.map(({ title }) => title)),
    statements: database.statements.length,
  };
}

test('a call and a customer have theirs: what is open by when it is due, then what is settled', async () => {
  const { id } = await aTenant(own);
  const customerId = await aCustomer(own, id);
  const callId = await aCallOf(own, id, { customerId });
  await open(id, 'some day', { callId, customerId });
  await settle(await open(id, 'done first', { callId, createdAt: '2026-11-01T10:00:00Z' }));
  await settle(await open(id, 'done last', { callId, createdAt: '2026-11-02T10:00:00Z' }));
  await open(id, 'tomorrow', { callId, dueAt: '2026-11-25T10:00:00Z' });
  await open(id, 'today', { callId, customerId, dueAt: '2026-11-24T12:00:00Z' });
  await open(id, 'about nobody', {});

  const ofCall = await titlesIn(staffOf(id), 'calls');
  expect(ofCall.titles).toEqual([['today', 'tomorrow', 'some day', 'done last', 'done first']]);
  expect((await titlesIn(staffOf(id), 'customers')).titles).toEqual([['today', 'some day']]);
  expect((await titlesIn(aSuperAdmin(), 'calls', 25, id)).titles).toEqual(ofCall.titles);
});

test.each(['calls', 'customers'] as const)(
  'a page of %s costs as many statements as one of them',
  async (list) => {
    const { id } = await aTenant(own);
    for (let number = 0; number < 5; number += 1) {
      const customerId = await aCustomer(own, id);
      const callId = await aCallOf(own, id, { customerId });
      for (const title of ['one', 'two']) await open(id, `${title} of ${number}`, { callId, customerId });
    }
    const [small, large] = [await titlesIn(staffOf(id), list, 1), await titlesIn(staffOf(id), list)];
    expect(large.titles.map(({ length }) => length)).toEqual([2, 2, 2, 2, 2]);
    expect(large.statements).toBe(small.statements);
  },
);
