import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';

type ClassOf<Resolver> = abstract new (...dependencies: never) => Resolver;

const KEY = 'kaivox.resolvers';

/** Makes the instances that answer a schema known to it. */
export function keepResolvers(schema: GraphQLSchema, instances: ReadonlyMap<unknown, object>): void {
  schema.extensions = { ...schema.extensions, [KEY]: instances };
}

/**
 * The instance of a resolver that answers a schema, for a subscription's `subscribe`: a decorator's options are
 * written before there is any instance, so `this` isn't it there.
 * @example `subscribe: ({ info, args }) => resolverOf(info, CallResolver).events.of(args.tenantId)`
 */
export function resolverOf<Resolver extends object>(
  { schema }: Pick<GraphQLResolveInfo, 'schema'>,
  resolver: ClassOf<Resolver>,
): Resolver {
  const instances = schema.extensions[KEY];
  const instance: unknown = instances instanceof Map ? instances.get(resolver) : undefined;
  if (instance instanceof resolver) return instance;
  throw new Error(`${resolver.name} doesn't answer this schema.`);
}
