import { expect, test } from 'vitest';
import { hungUpBy } from '../../../desktop/renderer/features/call/hung-up-by.ts';

test.each([
  ['INBOUND', 'Caller', 'caller'],
  ['INBOUND', 'Callee', 'us'],
  ['INBOUND', 'Vobiz', 'carrier'],
  ['INBOUND', 'CALLER', 'caller'],
  ['OUTBOUND', 'Caller', 'us'],
  ['OUTBOUND', 'Callee', 'customer'],
  ['OUTBOUND', 'Vobiz', 'carrier'],
  ['INBOUND', 'API Request', undefined],
  ['INBOUND', 'constructor', undefined],
  ['INBOUND', null, undefined],
] as const)('an %s call that %s ended was hung up by: %s', (direction, hangupSource, party) => {
  expect(hungUpBy({ direction, hangupSource })).toBe(party);
});
