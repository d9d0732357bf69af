import { z } from 'zod';
import { writtenCallId, writtenTenantId } from '../infra/ids.ts';
import type { Notifications } from '../infra/notifications.ts';
import { TenantNews } from '../infra/tenant-news.ts';

/** What a transaction announced of a call: ids only, as a payload is limited and is seen by all instances. */
const news = z.object({
  kind: z.enum(['STARTED', 'TURN', 'ENDED', 'ANALYSED']),
  tenantId: writtenTenantId,
  callId: writtenCallId,
  /** The transcript's line that it is about. */
  number: z.number().nullish(),
});
export type CallNews = z.infer<typeof news>;

export const CALL_ACTIVITY = 'call_activity';

/** What happens to a tenant's calls, in whichever process, as it is committed. */
export class CallActivity extends TenantNews<CallNews> {
  constructor(notifications: Pick<Notifications, 'on'>) {
    super(notifications, CALL_ACTIVITY, news);
  }
}
