import { describe, expect, test } from 'vitest';
import { readNetworks, within } from '../../../server/infra/networks.ts';

describe('an operator may write', () => {
  test.each([
    ['15.206.6.156', ['15.206.6.156/32']],
    ['15.206.6.156/32, 18.96.230.96/28 ,', ['15.206.6.156/32', '18.96.230.96/28']],
    ['2001:db8::/32,::1', ['2001:db8::/32', '::1/128']],
    ['::ffff:15.206.6.0/120', ['::ffff:15.206.6.0/120']],
    ['0.0.0.0/0', ['0.0.0.0/0']],
  ])('%s', (text, networks) => {
    expect(readNetworks(text)).toEqual(networks);
  });

  test('what Express calls networks, for proxies', () => {
    expect(readNetworks('loopback, 10.1.0.0/16', { named: true })).toEqual([
      '127.0.0.0/8',
      '::1/128',
      '10.1.0.0/16',
    ]);
    expect(readNetworks('uniquelocal,linklocal', { named: true })).toContain('192.168.0.0/16');
  });
});

test.each([
  '',
  ' , ',
  'vobiz.ai',
  '1.2.3',
  '1.2.3.4/33',
  '1.2.3.4/-1',
  '1.2.3.4/',
  '1.2.3.4/255.255.255.0',
  '2001:db8::/129',
  '300.1.1.1',
  'loopback',
  '1.2.3.4, nonsense',
  'toString',
])('"%s" is no list of networks', (text) => {
  expect(readNetworks(text)).toBeUndefined();
});

test.each(['true', '1', 'constructor', 'loopback,elsewhere'])('"%s" names no proxies', (text) => {
  expect(readNetworks(text, { named: true })).toBeUndefined();
});

describe('an address', () => {
  const isWithin = within(['15.206.6.0/24', '2001:db8::/32', '203.0.113.7/32']);
  test.each([
    ['15.206.6.0', true],
    ['15.206.6.255', true],
    ['15.206.7.0', false],
    ['203.0.113.7', true],
    ['203.0.113.8', false],
    ['::ffff:15.206.6.9', true],
    ['::FFFF:0fce:0609', true],
    ['::ffff:15.206.7.9', false],
    ['2001:DB8::1', true],
    ['2001:db9::1', false],
    ['', false],
    ['15.206.6.9:443', false],
    ['nonsense', false],
  ])('%s is within: %s', (address, is) => {
    expect(isWithin(address)).toBe(is);
  });

  test('of an interface is known without its name; none at all is nowhere', () => {
    expect(within(['fe80::/10'])('fe80::1%eth0')).toBe(true);
    expect(isWithin(undefined)).toBe(false);
  });

  test('of IPv4 is within an IPv4 network that is written as IPv6', () => {
    const isMapped = within(['::ffff:15.206.6.0/120']);
    expect(['15.206.6.9', '::ffff:15.206.6.9', '15.206.7.9'].map(isMapped)).toEqual([true, true, false]);
  });
});
