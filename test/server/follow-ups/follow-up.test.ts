import { randomUUID } from 'node:crypto';
import { graphql } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CallResolver } from '../../../server/calls/call.resolver.ts';
import { CallListService } from '../../../server/calls/history/call-list.service.ts';
import { createFollowUps } from '../../../server/follow-ups/create-follow-ups.ts';
import { openFollowUp } from '../../../server/follow-ups/follow-up.store.ts';
import { buildKaiVoxSchema } from '../../../server/graphql/schema.ts';
import type { TenantId } from '../../../server/infra/ids.ts';
import { aCallOf } from '../../support/call.ts';
import { CountingDatabase } from '../../support/counting-database.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../support/viewer.ts';

const own = await aDatabase();
const database = new CountingDatabase(own);
const NOW = new Date('2026-11-24T10:00:00Z');
const { resolvers } = createFollowUps({
  database,
  notifications: { on: () => () => undefined },
  clock: { now: () => NOW },
  also: [],
});
const schema = buildKaiVoxSchema([new CallResolver(new CallListService(database), database), ...resolvers]);

async function ask<T = Record<string, unknown>>(who: SignedIn, source: string): Promise<T> {
  const { data, errors } = await graphql({ schema, source, contextValue: { ...who } });
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data));
}

/** A tenant with a user who is signed in, and is in its list of users. */
async function aTenantWithStaff() {
  const { id: tenantId } = await aTenant(own);
  return { tenantId, staff: await someoneOf(tenantId) };
}

async function someoneOf(tenantId: TenantId, name = 'Kavya Rao'): Promise<SignedIn> {
  const who = staffOf(tenantId);
  await own.admin(
    `insert into users (id, tenant_id, email, name, role, password_hash) values ($1, $2, $3, $4, 'TENANT_STAFF', '')`,
    [who.viewer.userId, tenantId, who.viewer.email, name],
  );
  return who;
}

const open = (
  tenantId: TenantId,
  followUp: { title?: string; dueAt?: string | null; origin?: string } = {},
) =>
  own.database.inTenant(tenantId, (tx) =>
    openFollowUp(tx, {
      tenantId,
      title: followUp.title ?? 'Call back',
      reason: 'CALL',
      origin: followUp.origin ?? null,
      dueAt: followUp.dueAt ? new Date(followUp.dueAt) : null,
      callId: null,
      customerId: null,
      now: NOW,
    }),
  );

const titles = async (who: SignedIn, args = '') => {
  const { followUps } = await ask<{ followUps: { title: string }[] }>(who, `{ followUps${args} { title } }`);
  return followUps.map(({ title }) => title);
};

describe('the list', () => {
  test('has what is open by when it is due, then what is settled', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    await open(tenantId, { title: 'some day' });
    await open(tenantId, { title: 'tomorrow', dueAt: '2026-11-25T10:00:00Z' });
    await open(tenantId, { title: 'today', dueAt: '2026-11-24T12:00:00Z' });
    const done = await open(tenantId, { title: 'done' });
    await ask(staff, `mutation { setFollowUpStatus(id: "${done}", status: DONE) { id } }`);
    expect(await titles(staff)).toEqual(['today', 'tomorrow', 'some day', 'done']);
    expect(await titles(staff, '(status: OPEN)')).toEqual(['today', 'tomorrow', 'some day']);
    expect(await titles(staff, '(status: DONE)')).toEqual(['done']);
    expect(await titles(staff, '(status: DISMISSED)')).toEqual([]);
    expect(await titles(staff, '(first: 2)')).toEqual(['today', 'tomorrow']);
    expect(await titles(staff, '(first: 4)')).toHaveLength(4);
  });

  test.each([0, -1, 1_001])('takes no first of %i', async (first) => {
    const { staff } = await aTenantWithStaff();
    await expect(titles(staff, `(first: ${first})`)).rejects.toMatchObject({ details: { field: 'first' } });
  });

  test('shows call, customer and people, at the same cost however long it is', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const customerId = await aCustomer(own, tenantId, { name: 'Priya' });
    const create = async () => {
      const callId = await aCallOf(own, tenantId, { customerId });
      const { createFollowUp } = await ask<{ createFollowUp: { id: string } }>(
        staff,
        `mutation { createFollowUp(input: { title: "Call", callId: "${callId}", assigneeId: "${staff.viewer.userId}" }) { id } }`,
      );
      await ask(staff, `mutation { setFollowUpStatus(id: "${createFollowUp.id}", status: DONE) { id } }`);
    };
    const everything = `{ followUps { title call { providerCallId } customer { name } assignee { name } settledBy { name } } }`;
    await create();
    database.statements.length = 0;
    expect(await ask(staff, everything)).toEqual({
      followUps: [
        {
          title: 'Call',
          call: { providerCallId: expect.stringMatching(/^call /) },
          customer: { name: 'Priya' },
          assignee: { name: 'Kavya Rao' },
          settledBy: { name: 'Kavya Rao' },
        },
      ],
    });
    const ofOne = database.statements.length;
    for (let count = 0; count < 4; count += 1) await create();
    database.statements.length = 0;
    await ask(staff, everything);
    expect(database.statements).toHaveLength(ofOne);
  });
});

describe('a follow-up', () => {
  const STATE = '{ status dueAt notes assignee { name } settledAt settledBy { name } }';
  const change = (who: SignedIn, mutation: string) =>
    ask<Record<string, object>>(who, `mutation { ${mutation} ${STATE} }`).then(
      (data) => Object.values(data)[0],
    );

  test('is assigned, due, noted, done, and opened again', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const id = await open(tenantId);
    await change(staff, `assignFollowUp(id: "${id}", userId: "${staff.viewer.userId}")`);
    await change(staff, `setFollowUpDue(id: "${id}", dueAt: "2026-11-25T09:00:00+05:30")`);
    await change(staff, `noteFollowUp(id: "${id}", notes: "  Called twice.  ")`);
    expect(await change(staff, `setFollowUpStatus(id: "${id}", status: DONE)`)).toEqual({
      status: 'DONE',
      dueAt: '2026-11-25T03:30:00.000Z',
      notes: 'Called twice.',
      assignee: { name: 'Kavya Rao' },
      settledAt: NOW.toISOString(),
      settledBy: { name: 'Kavya Rao' },
    });
    expect(await change(staff, `setFollowUpStatus(id: "${id}", status: OPEN)`)).toMatchObject({
      status: 'OPEN',
      settledAt: null,
      settledBy: null,
    });
    await change(staff, `assignFollowUp(id: "${id}")`);
    expect(await change(staff, `setFollowUpDue(id: "${id}")`)).toMatchObject({ assignee: null, dueAt: null });
  });

  test('that is settled twice was settled by the first', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const id = await open(tenantId);
    await change(staff, `setFollowUpStatus(id: "${id}", status: DISMISSED)`);
    const other = await someoneOf(tenantId, 'Somebody Else');
    const second = await change(other, `setFollowUpStatus(id: "${id}", status: DISMISSED)`);
    expect(second).toMatchObject({ settledBy: { name: 'Kavya Rao' } });
  });

  test('is changed by a super admin too', async () => {
    const { tenantId } = await aTenantWithStaff();
    const id = await open(tenantId);
    expect(await change(aSuperAdmin(), `noteFollowUp(id: "${id}", notes: "Seen")`)).toMatchObject({
      notes: 'Seen',
    });
  });

  test.each([
    (id: string) => `setFollowUpStatus(id: "${id}", status: DONE)`,
    (id: string) => `noteFollowUp(id: "${id}", notes: "mine now")`,
    (id: string) => `setFollowUpDue(id: "${id}")`,
    (id: string) => `assignFollowUp(id: "${id}")`,
  ])('of another tenant isn’t there (%#)', async (mutation) => {
    const { tenantId } = await aTenantWithStaff();
    const id = (await open(tenantId)) ?? '';
    const [before] = await own.admin('select * from follow_ups where id = $1', [id]);
    const { staff: stranger } = await aTenantWithStaff();
    for (const unreachable of [id, randomUUID(), 'nonsense'])
      await expect(change(stranger, mutation(unreachable))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await own.admin('select * from follow_ups where id = $1', [id])).toEqual([before]);
  });

  test('goes to no staff member of another tenant, nor to one who may not sign in', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const id = await open(tenantId);
    const stranger = (await aTenantWithStaff()).staff;
    const gone = await someoneOf(tenantId);
    await own.admin('update users set disabled_at = now() where id = $1', [gone.viewer.userId]);
    for (const userId of [stranger.viewer.userId, gone.viewer.userId, randomUUID(), 'nobody'])
      await expect(change(staff, `assignFollowUp(id: "${id}", userId: "${userId}")`)).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
  });

  test('comes once from one cause, whatever became of it', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const id = await open(tenantId, { origin: 'call 1' });
    await change(staff, `setFollowUpStatus(id: "${id}", status: DISMISSED)`);
    expect(await open(tenantId, { origin: 'call 1' })).toBeUndefined();
    expect(await open((await aTenantWithStaff()).tenantId, { origin: 'call 1' })).toBeDefined();
  });
});

describe('made by hand', () => {
  const create = (who: SignedIn, input: string) =>
    ask<{ createFollowUp: object }>(
      who,
      `mutation { createFollowUp(input: { ${input} }) { title reason dueAt notes customer { name } call { id } } }`,
    );

  test('it is about a call and its customer', async () => {
    const { tenantId, staff } = await aTenantWithStaff();
    const callId = await aCallOf(own, tenantId, {
      customerId: await aCustomer(own, tenantId, { name: 'Priya' }),
    });
    const made = await create(staff, `title: " Send\\n the bill ", callId: "${callId}", notes: "By post"`);
    expect(made.createFollowUp).toEqual({
      title: 'Send the bill',
      reason: 'PERSON',
      dueAt: null,
      notes: 'By post',
      customer: { name: 'Priya' },
      call: { id: callId },
    });
  });

  test.each([
    ['title', 'title: "  "'],
    ['title', `title: "${'x'.repeat(201)}"`],
    ['notes', `title: "a", notes: "${'x'.repeat(5_001)}"`],
    ['callId', `title: "a", callId: "${randomUUID()}"`],
    ['customerId', 'title: "a", customerId: "nobody"'],
    ['assigneeId', `title: "a", assigneeId: "${randomUUID()}"`],
  ])('it is refused for its %s', async (field, input) => {
    const { staff } = await aTenantWithStaff();
    await expect(create(staff, input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { field } });
  });

  test('it is never about another tenant’s call or customer', async () => {
    const { staff } = await aTenantWithStaff();
    const { tenantId: theirs } = await aTenantWithStaff();
    const callId = await aCallOf(own, theirs);
    const customerId = await aCustomer(own, theirs);
    await expect(create(staff, `title: "a", callId: "${callId}"`)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    await expect(create(staff, `title: "a", customerId: "${customerId}"`)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

test('whom to ask is known to every user of the tenant, and to no admin of another', async () => {
  const { tenantId, staff } = await aTenantWithStaff();
  await someoneOf(tenantId, 'Anil');
  const people = '{ followUpAssignees { name } }';
  expect(await ask(staff, people)).toEqual({ followUpAssignees: [{ name: 'Anil' }, { name: 'Kavya Rao' }] });
  expect(await ask(anAdminOf((await aTenant(own)).id), people)).toEqual({ followUpAssignees: [] });
});

test('where the words of a call are forgotten, a follow-up keeps what people wrote', async () => {
  const { tenantId, staff } = await aTenantWithStaff();
  const callId = await aCallOf(own, tenantId);
  await own.database.inTenant(tenantId, (tx) =>
    openFollowUp(tx, {
      tenantId,
      title: 'Call back',
      reason: 'CALL',
      origin: null,
      callId,
      customerId: null,
      said: 'about my biopsy',
      notes: 'Try after six.',
      now: NOW,
    }),
  );
  await own.admin('delete from turns where call_id = $1', [callId]);
  expect(await ask(staff, '{ followUps { said notes } }')).toEqual({
    followUps: [{ said: '', notes: 'Try after six.' }],
  });
});
