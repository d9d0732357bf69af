import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { keepResolvers, resolverOf } from '../../../../server/infra/graphql/resolver-of.ts';

class CallResolver {}
class TenantResolver {}

test('a schema gives back the resolvers that answer it, and no others', () => {
  const schema = buildSchema('type Query { me: String }');
  expect(() => resolverOf({ schema }, CallResolver)).toThrow("CallResolver doesn't answer this schema.");
  const calls = new CallResolver();
  keepResolvers(schema, new Map([[CallResolver, calls]]));
  expect(resolverOf({ schema }, CallResolver)).toBe(calls);
  expect(() => resolverOf({ schema }, TenantResolver)).toThrow('TenantResolver');
});
