import { expect, test } from 'vitest';
import { loaderOf } from '../../../../server/infra/graphql/loaders.ts';

test('a request has one of each loader, and another request has its own', () => {
  const [request, another] = [{}, {}];
  const tenants = loaderOf(request, 'tenants', () => ({ of: 'tenants' }));
  expect(loaderOf(request, 'tenants', () => ({ of: 'nobody' }))).toBe(tenants);
  expect(loaderOf(request, 'personas', () => ({ of: 'personas' }))).toEqual({ of: 'personas' });
  expect(loaderOf(another, 'tenants', () => ({ of: 'tenants' }))).not.toBe(tenants);
});

test('a loader that is undefined is made once all the same', () => {
  const request = {};
  let made = 0;
  const make = () => {
    made += 1;
  };
  loaderOf(request, 'nothing', make);
  loaderOf(request, 'nothing', make);
  expect(made).toBe(1);
});
