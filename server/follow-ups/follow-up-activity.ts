import { z } from 'zod';
import { writtenTenantId, writtenUserId } from '../infra/ids.ts';
import type { Notifications } from '../infra/notifications.ts';
import { TenantNews } from '../infra/tenant-news.ts';

/** ESCALATED while the caller is on the line; DUE as it falls due; CHANGED for what else people or analyses write. */
export const FOLLOW_UP_EVENTS = ['CREATED', 'ESCALATED', 'ASSIGNED', 'DUE', 'SETTLED', 'CHANGED'] as const;
export type FollowUpEventKind = (typeof FOLLOW_UP_EVENTS)[number];

/** What a transaction announced of a follow-up: ids only, as every instance sees it. */
const news = z.object({
  kind: z.enum(FOLLOW_UP_EVENTS),
  tenantId: writtenTenantId,
  followUpId: z.string(),
  /** The user who did it; missing where a call, an automation or the clock did. */
  by: writtenUserId.nullish(),
});
export type FollowUpNews = z.infer<typeof news>;

export const FOLLOW_UP_ACTIVITY = 'follow_up_activity';

/** What happens to a tenant's follow-ups, in whichever process, as it is committed. */
export class FollowUpActivity extends TenantNews<FollowUpNews> {
  constructor(notifications: Pick<Notifications, 'on'>) {
    super(notifications, FOLLOW_UP_ACTIVITY, news);
  }
}
