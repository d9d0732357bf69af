import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, tenantFor, viewerOf } from '../auth/access.ts';
import { notFound } from '../infra/app-error.ts';
import type { Database } from '../infra/database.ts';
import { enumOf } from '../infra/graphql/enum.ts';
import { resolverOf } from '../infra/graphql/resolver-of.ts';
import { type FollowUpRow, findFollowUp } from './follow-up.store.ts';
import { FollowUpType } from './follow-up.types.ts';
import {
  FOLLOW_UP_EVENTS,
  type FollowUpActivity,
  type FollowUpEventKind,
  type FollowUpNews,
} from './follow-up-activity.ts';

const FollowUpEventKindEnum = enumOf(
  'FollowUpEventKind',
  FOLLOW_UP_EVENTS,
  'ESCALATED: a caller needs a person while on the line. DUE: its time has come, and it is still open.',
);

@ObjectType('FollowUpEvent', { description: 'Something that happened to a follow-up, as it happens.' })
class FollowUpEventType {
  @Field(() => FollowUpEventKindEnum)
  kind!: FollowUpEventKind;

  @Field(() => FollowUpType)
  followUp!: FollowUpRow;

  @Field(() => Boolean, { description: 'Whether the user who asks did it.' })
  isOwn!: boolean;
}

/** Follow-ups as they come, change hands and fall due. */
@Resolver()
export class FollowUpActivityResolver {
  /** Read once, however many subscribers of the tenant are told of it. */
  readonly #read = new WeakMap<FollowUpNews, Promise<FollowUpRow>>();

  constructor(
    private readonly activity: FollowUpActivity,
    private readonly database: Database,
  ) {}

  @Subscription(() => FollowUpEventType, {
    description:
      'What happens to a tenant’s follow-ups from now on, as it is committed, whichever process does it.',
    subscribe: ({ args, context, info }) =>
      resolverOf(info, FollowUpActivityResolver).subscribe(context as Context, args.tenantId),
  })
  @Allow(...EVERY_ROLE)
  async followUpActivity(
    @Root() news: FollowUpNews,
    @Ctx() context: Context,
    @Arg('tenantId', () => ID, { nullable: true }) _tenantId?: string | null,
  ): Promise<FollowUpEventType> {
    const known = this.#read.get(news) ?? this.#followUp(news);
    this.#read.set(news, known);
    return {
      kind: news.kind,
      followUp: await known,
      isOwn: viewerOf(context).userId === news.by,
    };
  }

  subscribe(context: Context, tenantId: string | null | undefined): AsyncIterable<FollowUpNews> {
    return this.activity.subscribe(tenantFor(viewerOf(context), tenantId));
  }

  async #followUp({ tenantId, followUpId }: FollowUpNews): Promise<FollowUpRow> {
    const found = await this.database.inTenant(tenantId, (tx) => findFollowUp(tx, followUpId));
    // Erased meanwhile.
    if (!found) throw notFound('follow-up');
    return found;
  }
}
