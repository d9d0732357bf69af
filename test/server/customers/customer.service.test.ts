import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { CustomerService } from '../../../server/customers/customer.service.ts';
import { aCustomer } from '../../support/customer.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { anAdminOf, aSuperAdmin, type SignedIn, staffOf } from '../../support/viewer.ts';

const own = await aDatabase();
const customers = new CustomerService(own.database);
const code = (code: string, field?: string) =>
  expect.objectContaining({ code, ...(field !== undefined && { details: { field } }) });

/** The customers that are listed, as their names. */
async function names({ viewer }: SignedIn, search: string | null, tenantId: string | null = null) {
  const page = await customers.list(viewer, tenantId, { first: 100, after: null, search });
  expect(await page.totalCount).toBe(page.edges.length);
  return page.edges.map(({ node }) => node.name);
}

describe('the list', () => {
  test('goes by latest call first, page by page, each customer once', async () => {
    const { id } = await aTenant(own);
    const { viewer } = anAdminOf(id);
    for (const [name, lastCallAt] of [
      ['first', '2026-03-01 10:00:00.000003Z'],
      ['second', '2026-03-01 10:00:00.000002Z'],
      ['third', '2026-03-01 10:00:00.000001Z'],
      ['never called since', null],
    ] as const) {
      await aCustomer(own, id, { name, lastCallAt });
    }

    const seen: (string | null)[] = [];
    let after: string | null = null;
    do {
      const page = await customers.list(viewer, null, { first: 2, after, search: null });
      seen.push(...page.edges.map(({ node }) => node.name));
      expect(await page.totalCount).toBe(4);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(['first', 'second', 'third', 'never called since']);
  });

  test('counts who came and who is gone', async () => {
    const { id } = await aTenant(own);
    const { viewer } = anAdminOf(id);
    const total = async () =>
      (await customers.list(viewer, null, { first: 1, after: null, search: null })).totalCount;
    expect(await total()).toBe(0);
    for (let count = 0; count < 3; count++) await aCustomer(own, id);
    expect(await total()).toBe(3);
    await own.admin(
      'delete from customers where ctid in (select ctid from customers where tenant_id = $1 limit 2)',
      [id],
    );
    expect(await total()).toBe(1);
  });

  test.each([
    [{ first: 0 }, 'first'],
    [{ first: 101 }, 'first'],
    [{ after: 'x' }, 'after'],
  ])('with %j is refused', async (page, field) => {
    const { id } = await aTenant(own);
    const wanted = { first: 25, after: null, search: null, ...page };
    await expect(customers.list(anAdminOf(id).viewer, null, wanted)).rejects.toThrow(
      code('BAD_USER_INPUT', field),
    );
  });
});

describe('a search', async () => {
  const { id } = await aTenant(own);
  const admin = anAdminOf(id);
  const people = [
    { name: 'Asha Rao', phone: '+919876543210', tags: ['VIP', 'ante-natal'], notes: null },
    {
      name: 'Bhavna 100% Shah',
      phone: '+919812345678',
      tags: [],
      notes: 'Allergic to penicillin.\nSpeaks Gujarati.',
    },
    { name: 'सुनीता', phone: '+918888800000', tags: ['vip'], notes: 'Prefers Élise_K' },
  ];
  for (const [index, person] of people.entries()) {
    await aCustomer(own, id, { ...person, lastCallAt: `2026-02-0${3 - index}Z` });
  }
  const [asha, bhavna, sunita] = people.map(({ name }) => name);

  test.each([
    ['asha', [asha]],
    ['RAO asha', [asha]],
    ['asha shah', []],
    ['43210', [asha]],
    ['98', [asha, bhavna]],
    ['09876543210', [asha]],
    ['+91 98123 45678', [bhavna]],
    ['vip', [asha, sunita]],
    ['te-nat', [asha]],
    ['penicillin', [bhavna]],
    ['bhavna penicillin', [bhavna]],
    ['penicillin.\nspeaks', [bhavna]],
    ['100%', [bhavna]],
    ['10_%', []],
    ['e_k', [sunita]],
    ['élise', [sunita]],
    ['सुनी', [sunita]],
    ['a', [asha, bhavna]],
    ['\\', []],
    ["' or true --", []],
    [' ', [asha, bhavna, sunita]],
  ])('for %j finds %j', async (search, found) => {
    expect(await names(admin, search)).toEqual(found);
  });

  test('finds what was changed a moment ago, and no longer what was there before', async () => {
    const changed = await aCustomer(own, id, { name: 'Before', tags: ['oldtag'] });
    await customers.update(changed, { name: 'Afterwards', tags: ['newtag'] }, admin);
    expect(await names(admin, 'afterwards newtag')).toEqual(['Afterwards']);
    expect(await names(admin, 'oldtag')).toEqual([]);
    expect(await names(admin, 'before')).toEqual([]);
  });

  test('goes page by page', async () => {
    const page = await customers.list(admin.viewer, null, { first: 1, after: null, search: 'vip' });
    const next = await customers.list(admin.viewer, null, {
      first: 1,
      after: page.pageInfo.endCursor,
      search: 'vip',
    });
    expect([...page.edges, ...next.edges].map(({ node }) => node.name)).toEqual([asha, sunita]);
    expect([page.pageInfo.hasNextPage, next.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(await next.totalCount).toBe(2);
  });
});

describe('a change', () => {
  test('touches what is given; null clears', async () => {
    const { id: tenantId } = await aTenant(own);
    const id = await aCustomer(own, tenantId, { name: 'Asha', notes: 'Old.', tags: ['vip'] });
    const admin = anAdminOf(tenantId);

    const tags = [' new ', 'VIP', 'vip', 'New'];
    expect(await customers.update(id, { name: ' Asha \n Rao ', tags }, admin)).toMatchObject({
      name: 'Asha Rao',
      notes: 'Old.',
      tags: ['new', 'VIP'],
    });
    expect(await customers.update(id, { name: null, notes: '  ', tags: [] }, admin)).toMatchObject({
      name: null,
      notes: null,
      tags: [],
    });
    expect(
      await own.admin('select action, subject, detail from audit_log where tenant_id = $1 order by at', [
        tenantId,
      ]),
    ).toEqual([
      { action: 'customer.update', subject: id, detail: { changed: ['name', 'tags'] } },
      { action: 'customer.update', subject: id, detail: { changed: ['name', 'notes', 'tags'] } },
    ]);
  });

  test.each([
    [{ name: 'x'.repeat(121) }, 'name'],
    [{ notes: 'x'.repeat(5_001) }, 'notes'],
    [{ tags: null }, 'tags'],
    [{ tags: [' '] }, 'tags'],
    [{ tags: ['x'.repeat(41)] }, 'tags'],
    [{ tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }, 'tags'],
  ])('to %j is refused', async (change, field) => {
    const { id: tenantId } = await aTenant(own);
    const id = await aCustomer(own, tenantId);
    await expect(customers.update(id, change, anAdminOf(tenantId))).rejects.toThrow(
      code('BAD_USER_INPUT', field),
    );
  });

  test('of the notes is all that staff may make', async () => {
    const { id: tenantId } = await aTenant(own);
    const id = await aCustomer(own, tenantId);
    const staff = staffOf(tenantId);
    expect(await customers.update(id, { notes: 'Called back.' }, staff)).toMatchObject({
      notes: 'Called back.',
    });
    for (const change of [{ name: 'X' }, { tags: [] }, { notes: 'Y', name: null }]) {
      await expect(customers.update(id, change, staff)).rejects.toThrow(code('FORBIDDEN'));
    }
  });

  test('made by two at once to different things loses neither', async () => {
    const { id: tenantId } = await aTenant(own);
    const id = await aCustomer(own, tenantId);
    const admin = anAdminOf(tenantId);
    await Promise.all([
      customers.update(id, { name: 'Asha' }, admin),
      customers.update(id, { notes: 'Called.' }, admin),
      customers.update(id, { tags: ['vip'] }, admin),
    ]);
    expect(await customers.get(admin.viewer, id)).toMatchObject({
      name: 'Asha',
      notes: 'Called.',
      tags: ['vip'],
    });
  });
});

describe('another tenant’s customers', async () => {
  const [mine, theirs] = [await aTenant(own), await aTenant(own)];
  const customer = await aCustomer(own, theirs.id, { name: 'Secret' });
  const me = anAdminOf(mine.id);

  test('sound like customers that do not exist', async () => {
    for (const id of [customer, randomUUID(), 'nonsense', '']) {
      await expect(customers.get(me.viewer, id)).rejects.toThrow(code('NOT_FOUND'));
      await expect(customers.update(id, { notes: 'Mine' }, me)).rejects.toThrow(code('NOT_FOUND'));
    }
    await expect(names(me, null, theirs.id)).rejects.toThrow(code('NOT_FOUND'));
    expect(await names(me, 'secret')).toEqual([]);
  });

  test('are a super admin’s to see, who names the tenant', async () => {
    const boss = aSuperAdmin();
    expect(await customers.get(boss.viewer, customer)).toMatchObject({ name: 'Secret' });
    expect(await names(boss, 'secret', theirs.id)).toEqual(['Secret']);
    await expect(names(boss, null)).rejects.toThrow(code('BAD_USER_INPUT', 'tenantId'));
    await expect(names(boss, null, randomUUID())).rejects.toThrow(code('NOT_FOUND'));
  });
});

test('the name that a caller was heard to say is offered beside the one on record, until it is taken over', async () => {
  const { id } = await aTenant(own);
  const who = anAdminOf(id);
  const customerId = await aCustomer(own, id, { name: 'Dr. Anuradha Rao' });
  await own.admin(`update customers set heard_name = 'Anu' where id = $1`, [customerId]);
  expect(await customers.get(who.viewer, customerId)).toMatchObject({
    name: 'Dr. Anuradha Rao',
    heardName: 'Anu',
  });
  expect(await customers.update(customerId, { name: 'Anu' }, who)).toMatchObject({
    name: 'Anu',
    heardName: 'Anu',
  });
});

test('a name that a stranger may have said stays so until a user writes another', async () => {
  const { id } = await aTenant(own);
  const who = anAdminOf(id);
  const customerId = await aCustomer(own, id, { name: 'Anu' });
  await own.admin(`update customers set heard_name = 'Anu', name_unverified = true where id = $1`, [
    customerId,
  ]);
  const isUnverified = async () => {
    const [row] = await own.admin('select name_unverified from customers where id = $1', [customerId]);
    return row?.name_unverified;
  };
  await customers.update(customerId, { notes: 'Called twice.' }, who);
  expect(await isUnverified()).toBe(true);
  await customers.update(customerId, { name: 'Dr. Anuradha Rao' }, who);
  expect(await isUnverified()).toBe(false);
});
