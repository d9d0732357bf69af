import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { Allow, type Context, EVERY_ROLE, tenantFor, viewerOf } from '../auth/access.ts';
import { notFound } from '../infra/app-error.ts';
import type { Database } from '../infra/database.ts';
import { resolverOf } from '../infra/graphql/resolver-of.ts';
import { CallEventType } from './call.types.ts';
import type { CallActivity, CallNews } from './call-activity.ts';
import { findCalls, findTurns } from './history/call-list.store.ts';

/** Calls as they happen. */
@Resolver()
export class CallActivityResolver {
  /** What an event came to: read once, however many subscribers of the tenant are told of it. */
  readonly #read = new WeakMap<CallNews, Promise<CallEventType>>();

  constructor(
    private readonly activity: CallActivity,
    private readonly database: Database,
  ) {}

  @Subscription(() => CallEventType, {
    description:
      'What happens to a tenant’s calls from now on, as it is committed, whichever process serves them.',
    subscribe: ({ args, context, info }) =>
      resolverOf(info, CallActivityResolver).subscribe(context as Context, args.tenantId),
  })
  @Allow(...EVERY_ROLE)
  callActivity(
    @Root() news: CallNews,
    @Arg('tenantId', () => ID, { nullable: true }) _tenantId?: string | null,
  ): Promise<CallEventType> {
    const known = this.#read.get(news) ?? this.#event(news);
    this.#read.set(news, known);
    return known;
  }

  subscribe(context: Context, tenantId: string | null | undefined): AsyncIterable<CallNews> {
    return this.activity.subscribe(tenantFor(viewerOf(context), tenantId));
  }

  async #event({ kind, tenantId, callId, number }: CallNews): Promise<CallEventType> {
    return this.database.inTenant(tenantId, async (tx) => {
      const [call] = await findCalls(tx, [callId]);
      // Erased meanwhile.
      if (!call) throw notFound('call');
      const turns = number ? await findTurns(tx, [call]) : [];
      return { kind, call, turn: turns.find((turn) => turn.number === number) ?? null };
    });
  }
}
