import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { CustomerErasure } from '../../../../server/calls/retention/customer-erasure.ts';
import { aCallOf, aRecordingOf } from '../../../support/call.ts';
import { aCustomer } from '../../../support/customer.ts';
import { aDatabase } from '../../../support/database.ts';
import { everythingOf } from '../../../support/everything-of.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf, aSuperAdmin } from '../../../support/viewer.ts';

const own = await aDatabase();
const erasure = new CustomerErasure(own.database);

test('nothing of an erased customer is left anywhere but that there were calls', async () => {
  const { id } = await aTenant(own);
  const person = { phone: '+919876500042', name: 'Zubaida', notes: 'Xylophone.', tags: ['quetzal'] };
  const customerId = await aCustomer(own, id, person);
  const call = await aCallOf(own, id, {
    customerId,
    lines: ['Hello.', 'Zubaida speaking, about the xylophone.'],
  });
  await own.admin(`update calls set "from" = $2, raw_from = $2 where id = $1`, [call, person.phone]);
  await own.admin(
    `insert into follow_ups (tenant_id, title, reason, call_id, customer_id, created_at)
     values ($1, 'Call Zubaida', 'CALL', $2, null, now()), ($1, 'Ask Zubaida', 'PERSON', null, $3, now())`,
    [id, call, customerId],
  );
  const other = await aCustomer(own, id, { name: 'Yusuf' });
  const otherCall = await aCallOf(own, id, { customerId: other, lines: ['Hello.', 'Yusuf here.'] });

  await aRecordingOf(own, id, call);
  const kept = await aRecordingOf(own, id, otherCall);

  await erasure.erase(customerId, anAdminOf(id));

  const left = (await everythingOf(own, id)).join('\n');
  expect(left).not.toMatch(/zubaida|xylophone|quetzal|9876500042/i);
  expect(left).toContain('Yusuf here.');
  expect(await own.admin('select id from recordings where tenant_id = $1', [id])).toEqual([{ id: kept }]);
  expect(
    await own.admin('select id, customer_id, "to" from calls where tenant_id = $1 order by id', [id]),
  ).toEqual(
    [
      { id: call, customer_id: null, to: '+917971543252' },
      { id: otherCall, customer_id: other, to: '+917971543252' },
    ].sort((one, another) => (one.id < another.id ? -1 : 1)),
  );
  expect(await own.admin('select action, subject, detail from audit_log where tenant_id = $1', [id])).toEqual(
    [{ action: 'customer.erase', subject: customerId, detail: { calls: 1 } }],
  );
});

test('of a customer who was called, the number that was called is erased', async () => {
  const { id } = await aTenant(own);
  const customerId = await aCustomer(own, id);
  const call = await aCallOf(own, id, { customerId, direction: 'OUTBOUND' });
  await erasure.erase(customerId, aSuperAdmin());
  expect(await own.admin('select "from", "to" from calls where id = $1', [call])).toEqual([
    { from: '+919876543210', to: null },
  ]);
});

test('a customer who is on the line is not erased', async () => {
  const { id } = await aTenant(own);
  const customerId = await aCustomer(own, id, { name: 'Asha' });
  await aCallOf(own, id, { customerId, lines: ['Hello.'] });
  await aCallOf(own, id, { customerId, status: 'IN_PROGRESS' });
  await expect(erasure.erase(customerId, anAdminOf(id))).rejects.toThrow(
    expect.objectContaining({ code: 'CONFLICT' }),
  );
  expect(await own.admin('select from turns where tenant_id = $1', [id])).toHaveLength(2);
  expect(await own.admin('select from calls where tenant_id = $1 and "from" is null', [id])).toEqual([]);
});

test('another tenant’s customer, or one who never was, is not found', async () => {
  const [mine, theirs] = [await aTenant(own), await aTenant(own)];
  const customerId = await aCustomer(own, theirs.id);
  for (const id of [customerId, randomUUID(), 'nonsense']) {
    await expect(erasure.erase(id, anAdminOf(mine.id))).rejects.toThrow(
      expect.objectContaining({ code: 'NOT_FOUND' }),
    );
  }
  expect(await own.admin('select from customers where id = $1', [customerId])).toHaveLength(1);
});
