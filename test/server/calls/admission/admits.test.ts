import { expect, test } from 'vitest';
import { admits, type Load } from '../../../../server/calls/admission/admits.ts';

test.each<[string, Omit<Load, 'verified'>, boolean]>([
  ['there is room', { limit: 100, open: 99, openOfTenant: 99, tenants: 1 }, true],
  [
    'there is none, and all of it is one tenant’s',
    { limit: 100, open: 100, openOfTenant: 100, tenants: 1 },
    false,
  ],
  ['another floods', { limit: 100, open: 100, openOfTenant: 0, tenants: 2 }, true],
  ['another floods, and it has its half', { limit: 100, open: 120, openOfTenant: 50, tenants: 2 }, false],
  ['another floods, and it has less', { limit: 100, open: 120, openOfTenant: 49, tenants: 2 }, true],
  ['even what is kept for others is taken', { limit: 100, open: 125, openOfTenant: 0, tenants: 2 }, false],
])('a tenant’s new call where %s', (_, load, expected) => {
  expect(admits({ ...load, verified: false })).toBe(expected);
});

test.each<[string, number, { verified: boolean }, boolean]>([
  ['unverified, at the limit', 100, { verified: false }, false],
  ['verified, at the limit', 100, { verified: true }, true],
  ['verified, past the head start', 111, { verified: true }, false],
])('unverified calls are turned away first: one that is %s', (_, open, { verified }, expected) => {
  expect(admits({ limit: 100, open, openOfTenant: open, tenants: 1, verified })).toBe(expected);
});
