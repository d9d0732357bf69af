import { expect, test } from 'vitest';
import { allowing } from '../../../../server/infra/outbound/allowed-hosts.ts';

test.each([
  ['hooks.internal', 'http://hooks.internal/', true],
  ['hooks.internal', 'https://hooks.internal/', true],
  ['hooks.internal', 'http://hooks.internal:80/', true],
  ['hooks.internal', 'http://hooks.internal:8080/', false],
  ['hooks.internal:80', 'http://hooks.internal/', true],
  ['hooks.internal:80', 'https://hooks.internal/', false],
  ['hooks.internal:443', 'https://hooks.internal/', true],
  ['hooks.internal:8080', 'http://hooks.internal:8080/', true],
  ['hooks.internal:8080', 'https://hooks.internal:8080/', true],
  ['hooks.internal:8080', 'http://hooks.internal:8081/', false],
  ['Hooks.Internal', 'http://hooks.internal/', true],
  ['hooks.internal', 'http://sub.hooks.internal/', false],
  ['hooks.internal', 'http://hooks.internal.example.com/', false],
  ['hooks.internal', 'http://xhooks.internal/', false],
  ['127.0.0.1:9000', 'http://2130706433:9000/', true],
  ['127.0.0.1:9000', 'http://127.0.0.1/', false],
  ['[::1]:9000', 'http://[::1]:9000/', true],
  ['[::1]', 'http://[0:0::1]/', true],
])('%s allows %s: %s', (entry, url, isAllowed) => {
  expect(allowing([entry])(new URL(url))).toBe(isAllowed);
});

test('a connection names IPv6 without brackets', () => {
  expect(allowing(['[::1]:9000'])({ protocol: 'http:', hostname: '::1', port: '9000' })).toBe(true);
});

test('nothing is allowed that isn’t listed', () => {
  expect(allowing([])(new URL('http://127.0.0.1/'))).toBe(false);
});
