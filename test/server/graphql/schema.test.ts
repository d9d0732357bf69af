import 'reflect-metadata';
import { graphql, printSchema } from 'graphql';
import {
  Authorized,
  Field,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Subscription,
} from 'type-graphql';
import { expect, test } from 'vitest';
import { Allow } from '../../../server/auth/access.ts';
import { buildKaiVoxSchema } from '../../../server/graphql/schema.ts';
import { OrchardResolver } from './orchard.ts';

@Resolver()
class GateResolver {
  constructor(private readonly keeper: string) {}

  @Query(() => String)
  @Allow('ANYONE')
  keeperName(): string {
    return this.keeper;
  }
}

@Resolver()
class FenceBase {
  constructor(private readonly keeper: string) {}

  @Query(() => String)
  @Allow('ANYONE')
  keeperName(): string {
    return this.keeper;
  }
}

/** type-graphql moves what a base defines over to its subclass: the base itself has nothing left then. */
@Resolver()
class FenceResolver extends FenceBase {}

@Resolver()
class OpenQueryResolver {
  @Query(() => String)
  forgotten(): string {
    return 'open';
  }

  @Query(() => String)
  @Allow('SUPER_ADMIN')
  remembered(): string {
    return 'closed';
  }
}

@Resolver()
class OpenMutationResolver {
  @Query(() => String, { name: 'other' })
  @Allow('ANYONE')
  anything(): string {
    return '';
  }

  @Mutation(() => String, { name: 'renamed' })
  forgotten(): string {
    return 'open';
  }
}

@Resolver()
class OpenSubscriptionResolver {
  @Query(() => String)
  @Allow('ANYONE')
  any(): string {
    return '';
  }

  @Subscription(() => String, {
    subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ value: 1, done: true }) }) }),
  })
  news(): string {
    return 'open';
  }
}

@Resolver()
class EmptyRuleResolver {
  @Query(() => String)
  @Authorized()
  whoever(): string {
    return 'whoever is signed in, which is no rule of ours';
  }
}

@Resolver()
class OpenBase {
  @Query(() => String)
  inherited(): string {
    return 'open';
  }
}

@Resolver()
class InheritingResolver extends OpenBase {}

@Resolver()
class SecondGateResolver {
  @Query(() => String)
  @Allow('SUPER_ADMIN')
  keeperName(): string {
    return 'another';
  }
}

@InterfaceType()
class Fence {
  @Field(() => String)
  colour!: string;
}

@ObjectType({ implements: Fence })
class Hedge extends Fence {}

const gate = new GateResolver('Asha');

test.each([
  ['a query', [new OpenQueryResolver()], 'Query.forgotten'],
  ['a mutation, by the name that clients know', [new OpenMutationResolver()], 'Mutation.renamed'],
  ['a subscription', [new OpenSubscriptionResolver()], 'Subscription.news'],
  ['a rule that allows no role', [new EmptyRuleResolver()], 'Query.whoever'],
  ['what a resolver inherits', [new InheritingResolver()], 'Query.inherited'],
  [
    'one among good ones',
    [gate, new OrchardResolver({ failure: null, ticks: () => none, greeted: [] }), new OpenQueryResolver()],
    'Query.forgotten',
  ],
])('without a rule, a schema is not built: %s', (_, resolvers, field) => {
  expect(() => buildKaiVoxSchema(resolvers)).toThrow(`Say with one @Allow(…) each who may use ${field}.`);
});

const none: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ value: undefined, done: true }) }),
};

test('two resolvers of one field are a mistake: only one would be asked', () => {
  expect(() => buildKaiVoxSchema([gate, new SecondGateResolver()])).toThrow('Query.keeperName');
});

test.each([
  ['a resolver', gate],
  ['one that inherits everything', new FenceResolver('Asha')],
])('%s is asked as the instance that it is', async (_, resolver) => {
  const contextValue = { viewer: undefined, address: '' };
  const answer = await graphql({
    schema: buildKaiVoxSchema([resolver]),
    source: '{ keeperName }',
    contextValue,
  });
  expect(answer).toEqual({ data: { keeperName: 'Asha' } });
});

test('a schema holds what its own resolvers need, whatever other types were loaded', () => {
  expect(Hedge).toBeDefined();
  expect(printSchema(buildKaiVoxSchema([gate]))).toBe('type Query {\n  keeperName: String!\n}');
});

test('dates are DateTime', () => {
  const schema = buildKaiVoxSchema([new OrchardResolver({ failure: null, ticks: () => none, greeted: [] })]);
  expect(printSchema(schema)).toContain('plantedAt: DateTime\n');
});
