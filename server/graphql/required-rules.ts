import type { GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/** A class with @Resolver, whatever its constructor wants. */
export type ResolverClass = abstract new (...dependencies: never) => object;

/**
 * Refusal by default: what has no rule must not be built, and what type-graphql doesn't account for counts as such.
 * @throws Error naming each query, mutation and subscription without a rule, or defined twice
 */
export function requireRules(schema: GraphQLSchema, resolvers: readonly ResolverClass[]): void {
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const unruled = [
    ...unruledFields(schema.getQueryType(), queries, resolvers),
    ...unruledFields(schema.getMutationType(), mutations, resolvers),
    ...unruledFields(schema.getSubscriptionType(), subscriptions, resolvers),
  ];
  if (unruled.length > 0) throw new Error(`Say with one @Allow(…) each who may use ${unruled.join(', ')}.`);
}

/** The queries and mutations that answer without signing in: those whose rule is ANYONE. */
export function openFields(resolvers: readonly object[]): ReadonlySet<string> {
  const classes = resolvers.map((resolver) => resolver.constructor as ResolverClass);
  const { queries, mutations } = getMetadataStorage();
  return new Set(
    [...queries, ...mutations].flatMap(({ schemaName, roles, target }) =>
      roles?.includes('ANYONE') && classes.some((resolver) => isOrExtends(resolver, target))
        ? [schemaName]
        : [],
    ),
  );
}

type RootType = { name: string; getFields(): Record<string, unknown> } | null | undefined;
type Definition = { schemaName: string; target: unknown; roles?: readonly unknown[] | undefined };

function unruledFields(
  type: RootType,
  definitions: readonly Definition[],
  resolvers: readonly ResolverClass[],
): string[] {
  const names = type ? Object.keys(type.getFields()) : [];
  const isUnruled = (name: string) => {
    const [definition, another] = definitions.filter(
      ({ schemaName, target }) =>
        schemaName === name && resolvers.some((resolver) => isOrExtends(resolver, target)),
    );
    return another !== undefined || !definition?.roles?.length;
  };
  return names.filter(isUnruled).map((name) => `${type?.name}.${name}`);
}

/** A resolver also serves what its superclass defines. */
const isOrExtends = (resolver: ResolverClass, target: unknown): boolean =>
  resolver === target ||
  (typeof target === 'function' && Object.prototype.isPrototypeOf.call(target, resolver));
