import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { ADMINS, Allow, type Context, viewerOf } from '../auth/access.ts';
import type { RedactedField } from './redacted-fields.ts';
import type { WebhookCodec } from './webhook-codec.ts';
import type { WebhookListService } from './webhook-list.service.ts';
import { LoggedWebhookConnection, WebhookExchangeType, WebhookLogFilter } from './webhook-log.types.ts';
import type { WebhookReplayService } from './webhook-replay.service.ts';
import { WebhookReplayType } from './webhook-replay.types.ts';

/** For admins, who set up how calls arrive. */
@Resolver()
export class WebhookLogResolver {
  constructor(
    private readonly list: WebhookListService,
    private readonly replays: WebhookReplayService,
    private readonly codec: WebhookCodec,
  ) {}

  @Query(() => LoggedWebhookConnection, {
    description: 'The latest webhooks, newest first: of a tenant, or for super admins who name none, of all.',
  })
  @Allow(...ADMINS)
  webhookLog(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: 25 }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string | null,
    @Arg('filter', () => WebhookLogFilter, { nullable: true }) filter?: WebhookLogFilter | null,
    @Arg('tenantId', () => ID, { nullable: true }) tenantId?: string | null,
  ) {
    return this.list.list(viewerOf(context), tenantId, { first, after, filter });
  }

  @Query(() => WebhookExchangeType, { description: 'One webhook, with what it said and was answered.' })
  @Allow(...ADMINS)
  async webhookExchange(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<WebhookExchangeType> {
    const {
      query,
      body,
      contentType,
      isCut,
      xml,
      verified: _,
      ...webhook
    } = await this.list.get(viewerOf(context), id);
    const spoken = this.codec.spoken(xml);
    return { webhook, query: fieldsOf(query), body: body && fieldsOf(body), contentType, isCut, xml, spoken };
  }

  @Mutation(() => WebhookReplayType, {
    description:
      'Takes a webhook once more, in a sandbox: no call, no customer and nothing else comes of it.',
  })
  @Allow(...ADMINS)
  replayWebhook(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<WebhookReplayType> {
    return this.replays.replay(id, context);
  }
}

const fieldsOf = (fields: readonly RedactedField[]) =>
  fields.map(([name, value]) => ({ name, values: typeof value === 'string' ? [value] : value }));
