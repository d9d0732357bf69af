import { expect, expectTypeOf, test } from 'vitest';
import type { Tx } from '../../../server/infra/database.ts';
import {
  type CallId,
  type CustomerId,
  isCallId,
  newTenantId,
  type TenantId,
  type UserId,
  writtenCallId,
} from '../../../server/infra/ids.ts';

// The compiler checks these: `npm run check:types`.
test('an id of one kind is none of another, and no text is an id', () => {
  expectTypeOf<CallId>().not.toExtend<CustomerId>();
  expectTypeOf<UserId>().not.toExtend<CustomerId>();
  expectTypeOf<TenantId>().not.toExtend<CallId>();
  expectTypeOf<string>().not.toExtend<TenantId>();
  expectTypeOf<TenantId>().toExtend<string>();
});

test('what is read from a table has the kind of its column', () => {
  const read = ({ db }: Tx) => db.selectFrom('calls').select(['tenantId', 'id', 'customerId']).execute();
  expectTypeOf(read).returns.resolves.toEqualTypeOf<
    { tenantId: TenantId; id: CallId; customerId: CustomerId | null }[]
  >();
});

test('what can’t be a row’s id is refused where it enters', () => {
  expect(isCallId(newTenantId())).toBe(true);
  for (const text of ['', 'nonsense', `${newTenantId()}0`, `{${newTenantId()}}`]) {
    expect(isCallId(text)).toBe(false);
    expect(writtenCallId.safeParse(text).success).toBe(false);
  }
});
