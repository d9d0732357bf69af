import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { keepResolvers } from '../infra/graphql/resolver-of.ts';
import { DateTimeScalar } from '../infra/graphql/scalars.ts';
import { checkAccess } from './auth-checker.ts';
import { type ResolverClass, requireRules } from './required-rules.ts';
import { guardTexts } from './storable-texts.ts';

/**
 * The schema that the resolvers make together, ready to be executed.
 * @param resolvers one instance of each class
 * @throws Error where a query, mutation or subscription says nothing of who may use it
 */
export function buildKaiVoxSchema(resolvers: readonly object[]): GraphQLSchema {
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor as ResolverClass, resolver]));
  const classes = [...instances.keys()];
  const schema = buildSchemaSync({
    resolvers: classes as unknown as NonEmptyArray<ResolverClass>,
    container: { get: (resolver: ResolverClass) => instances.get(resolver) },
    authChecker: checkAccess,
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    // Services parse what they are given; type-graphql's own validation would be a second, weaker door.
    validate: false,
    pubSub: unusedPubSub,
  });
  requireRules(schema, classes);
  guardTexts(schema);
  keepResolvers(schema, instances);
  return schema;
}

/** type-graphql wants one for any subscription; ours bring their own `subscribe`. */
const unusedPubSub = {
  publish: () => undefined,
  subscribe: (topic: string): AsyncIterable<never> => {
    throw new Error(`Nothing is published on ${topic}: a subscription has to bring its own subscribe.`);
  },
};
