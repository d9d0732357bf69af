import 'reflect-metadata';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
  registerEnumType,
  Subscription,
} from 'type-graphql';
import { Allow, type Context, EVERY_ROLE } from '../../../server/auth/access.ts';
import { checkedFirst, connectionOf } from '../../../server/infra/graphql/connection.ts';
import { loaderOf } from '../../../server/infra/graphql/loaders.ts';
import { resolverOf } from '../../../server/infra/graphql/resolver-of.ts';
import { DateTimeScalar, E164Scalar } from '../../../server/infra/graphql/scalars.ts';

const Ripeness = { GREEN: 'GREEN', RIPE: 'RIPE' } as const;
registerEnumType(Ripeness, { name: 'Ripeness' });

@ObjectType()
class Tree {
  @Field(() => ID)
  id!: string;
}

const TreeConnection = connectionOf('Tree', () => Tree);

@InputType()
class LabelInput {
  @Field(() => String)
  text!: string;
}

@InputType()
class PlantInput {
  @Field(() => String)
  name!: string;

  @Field(() => Int, { nullable: true })
  age?: number | null;

  @Field(() => Ripeness, { nullable: true })
  ripeness?: keyof typeof Ripeness | null;

  @Field(() => E164Scalar, { nullable: true })
  gardener?: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  plantedAt?: Date | null;

  @Field(() => [String], { nullable: true })
  tags?: string[] | null;

  @Field(() => [LabelInput], { nullable: true })
  labels?: LabelInput[] | null;
}

/** A tick of the clock in the orchard. */
@ObjectType()
class Tick {
  @Field(() => Int)
  number!: number;

  @Field(() => String)
  load!: string;

  /** How often its context was asked so far. */
  @Field(() => Int)
  contextsSeen?: number;
}

/** What happens to users who ask an orchard's resolvers. */
export type Happening = {
  /** What `Query.fails` throws. */
  failure: unknown;
  /** What `Subscription.ticks` delivers. */
  ticks: () => AsyncIterable<{ number: number; load: string }>;
  /** Each name that `Query.greet` got, whole. */
  greeted: string[];
};

/** A small schema with everything that GraphQL’s adapter has to deal with. */
@Resolver(() => Tree)
export class OrchardResolver {
  constructor(private readonly happening: Happening) {}

  @Query(() => String)
  @Allow('ANYONE')
  greet(@Arg('name', () => String) name: string): string {
    this.happening.greeted.push(name);
    return `Good morning, ${name}.`;
  }

  @Query(() => String)
  @Allow(...EVERY_ROLE)
  address(@Ctx() { address }: Context): string {
    return address;
  }

  @Query(() => String)
  @Allow('SUPER_ADMIN')
  ledger(): string {
    return 'All in order.';
  }

  @Query(() => TreeConnection)
  @Allow(...EVERY_ROLE)
  trees(
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('plantedAfter', () => DateTimeScalar, { nullable: true }) _plantedAfter?: Date | null,
  ) {
    const trees = Array.from({ length: checkedFirst(first) }, (_, index) => ({ id: `${index}` }));
    const edges = trees.map((node) => ({ node, cursor: node.id }));
    return { edges, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: trees.length };
  }

  @Query(() => Tree)
  @Allow('ANYONE')
  tree(): Tree {
    return { id: 'root' };
  }

  @Query(() => String, { nullable: true })
  @Allow('ANYONE')
  fails(): string {
    throw this.happening.failure;
  }

  @Mutation(() => String)
  @Allow(...EVERY_ROLE)
  plant(@Arg('input', () => PlantInput) input: PlantInput): string {
    return input.name;
  }

  @Subscription(() => Tick, { subscribe: ({ info }) => resolverOf(info, OrchardResolver).happening.ticks() })
  @Allow(...EVERY_ROLE)
  ticks(@Root() tick: Tick, @Ctx() context: Context): Tick {
    const seen = loaderOf(context, 'seen', () => ({ times: 0 }));
    seen.times += 1;
    return { ...tick, contextsSeen: seen.times };
  }

  @FieldResolver(() => Tree)
  parent(): Tree {
    return { id: 'parent' };
  }

  @FieldResolver(() => [Tree])
  branches(): Tree[] {
    return [{ id: 'branch' }];
  }

  @FieldResolver(() => String)
  matching(@Arg('text', () => String) text: string): string {
    return text;
  }
}
