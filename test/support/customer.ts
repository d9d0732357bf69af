import { randomUUID } from 'node:crypto';
import type { CustomerId, TenantId } from '../../server/infra/ids.ts';
import type { TestDatabase } from './database.ts';
import { asCustomerId } from './ids.ts';

let numbers = 0;

/** A customer of a tenant, straight in the database. @returns its id */
export async function aCustomer(
  { admin }: TestDatabase,
  tenantId: TenantId,
  customer: {
    phone?: string;
    name?: string | null;
    notes?: string | null;
    tags?: string[];
    lastCallAt?: string | null;
  } = {},
): Promise<CustomerId> {
  numbers += 1;
  const id = asCustomerId(randomUUID());
  const {
    phone = `+9198${String(numbers).padStart(8, '0')}`,
    name = null,
    notes = null,
    tags = [],
  } = customer;
  await admin(
    `insert into customers (tenant_id, id, phone, name, notes, tags, first_seen_at, last_call_at, call_count)
     values ($1, $2, $3, $4, $5, $6, '2026-01-01Z', $7, 1)`,
    [tenantId, id, phone, name, notes, tags, customer.lastCallAt ?? null],
  );
  return id;
}
