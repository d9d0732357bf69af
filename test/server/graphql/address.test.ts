import { expect, test } from 'vitest';
import { addressOf } from '../../../server/graphql/address.ts';
import { readNetworks, within } from '../../../server/infra/networks.ts';

const trusting = (proxies: string) => within(readNetworks(proxies, { named: true }) ?? []);

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
  const request = { socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } };
  expect(addressOf(request, trusting('loopback'))).toBe(address);
});

test('a proxy elsewhere is believed where the operator names it', () => {
  const request = { socket: { remoteAddress: '10.1.2.3' }, headers: { 'x-forwarded-for': '198.51.100.1' } };
  expect(addressOf(request, trusting('loopback'))).toBe('10.1.2.3');
  expect(addressOf(request, trusting('10.1.0.0/16'))).toBe('198.51.100.1');
});
