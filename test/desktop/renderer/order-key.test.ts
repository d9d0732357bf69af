import { expect, test } from 'vitest';
import { forgetOrderKey, orderKey } from '../../../desktop/renderer/features/number-orders/order-key.ts';

const PURCHASE = { kind: 'PURCHASE', tenantId: 't1', e164: '+918047150001' } as const;
const MINUTE = 60_000;

function aPlace() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

test('every attempt at an order has its key', () => {
  const place = aPlace();
  const key = orderKey(PURCHASE, place, 0);
  expect(key).toMatch(/^[0-9a-f-]{36}$/);
  expect(orderKey(PURCHASE, place, MINUTE)).toBe(key);
});

test('another tenant, number or kind of order is another order', () => {
  const place = aPlace();
  const others = [{ tenantId: 't2' }, { e164: '+918047150002' }, { kind: 'RELEASE' as const }];
  const keys = [{}, ...others].map((other) => orderKey({ ...PURCHASE, ...other }, place, 0));
  expect(new Set(keys).size).toBe(4);
});

test('after an order is settled, or long after it was asked for, the same again is another order', () => {
  const place = aPlace();
  const first = orderKey(PURCHASE, place, 0);
  const muchLater = orderKey(PURCHASE, place, 10 * MINUTE);
  forgetOrderKey(PURCHASE, place);
  const again = orderKey(PURCHASE, place, 10 * MINUTE);
  expect(new Set([first, muchLater, again]).size).toBe(3);
});
