import { describe, expect, test } from 'vitest';
import { type Hop, locationOf, redirected } from '../../../../server/infra/outbound/redirect.ts';

const posted: Hop = {
  url: new URL('https://hooks.example.com/a'),
  method: 'POST',
  headers: { authorization: 'Bearer x', 'X-Auth-Token': 'y', 'content-type': 'text/plain', accept: '*/*' },
  body: 'hello',
};
const there = new URL('https://hooks.example.com/b');

test.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'POST', 'GET'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
  [301, 'PUT', 'PUT'],
  [303, 'PUT', 'GET'],
  [303, 'HEAD', 'HEAD'],
  [302, 'GET', 'GET'],
] as const)('%i turns %s into %s', (status, from, to) => {
  const { method, body } = redirected({ ...posted, method: from }, status, there);
  expect(method).toBe(to);
  if (from !== to) expect(body).toBeUndefined();
});

describe('of the headers', () => {
  test('the same origin gets all', () => {
    expect(redirected(posted, 307, there)).toEqual({ ...posted, url: there });
  });

  test.each([
    'https://other.example.com/',
    'https://hooks.example.com:8443/',
    'http://hooks.example.com/',
    'https://hooks.example.com.evil.example/',
  ])('%s gets those for anybody', (url) => {
    const { headers } = redirected(posted, 307, new URL(url));
    expect(headers).toEqual({ 'content-type': 'text/plain', accept: '*/*' });
  });

  test('none describes a body that is no more', () => {
    expect(redirected(posted, 303, there).headers).not.toHaveProperty('content-type');
  });
});

test.each([
  [302, { location: '/x' }, '/x'],
  [200, { location: '/x' }, undefined],
  [304, { location: '/x' }, undefined],
  [300, { location: '/x' }, undefined],
  [302, {}, undefined],
  [302, { location: ['/x', '/y'] }, undefined],
])('%i with %j redirects to %s', (status, headers, location) => {
  expect(locationOf(status, headers)).toBe(location);
});
