import { expect, test } from 'vitest';
import { addressOf } from '../../../server/graphql/address.ts';

test.each([
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['::1', '198.51.100.1', '198.51.100.1'],
  ['::ffff:127.0.0.1', '10.0.0.1, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.1', '198.51.100.1, 127.0.0.2', '198.51.100.1'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', ' , ', '127.0.0.1'],
  [undefined, undefined, ''],
])('from %s, forwarded for %s, it is %s', (remoteAddress, forwarded, address) => {
  expect(addressOf({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } })).toBe(address);
});
