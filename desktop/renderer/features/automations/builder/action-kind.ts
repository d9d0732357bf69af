import type { Automation } from '../operations.ts';
import type { ActionKind } from './draft.ts';

export function kindOf({ webhook, email, followUp, sms }: Automation['actions'][number]): ActionKind {
  if (webhook) return 'WEBHOOK';
  if (email) return 'EMAIL';
  if (followUp) return 'FOLLOW_UP';
  return sms ? 'SMS' : 'TAG_CUSTOMER';
}
