import type { AutomationTrigger, CustomerKind, Intent } from '../../../graphql/generated/graphql.ts';
import type { Automation } from '../operations.ts';

export const TRIGGERS = [
  'CALL_COMPLETED',
  'CALL_MISSED',
  'NEGATIVE_SENTIMENT',
  'POSITIVE_SENTIMENT',
  'INTENT_DETECTED',
  'NEW_CUSTOMER',
  'HUMAN_REQUESTED',
] as const satisfies readonly AutomationTrigger[];

export const ACTION_KINDS = ['WEBHOOK', 'EMAIL', 'FOLLOW_UP', 'TAG_CUSTOMER', 'SMS'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** An action as the form holds it: what was typed for one kind is still there when another was looked at. */
export type ActionDraft = {
  /** Tells drafts apart while they are moved about; nothing of the server's. */
  key: string;
  /** The stored action that this one takes the place of; empty for a new one. */
  id: string;
  kind: ActionKind;
  url: string;
  hasSecret: boolean;
  /** Written only: a stored one never comes back. */
  secret: string;
  dropsSecret: boolean;
  to: string;
  subject: string;
  body: string;
  title: string;
  dueInHours: number | string;
  assigneeId: string;
  assignee: { id: string; name: string } | null;
  tag: string;
  smsTo: string;
  smsText: string;
};

/** An automation as the form holds it. Empty texts are no condition. */
export type Draft = {
  name: string;
  enabled: boolean;
  trigger: AutomationTrigger;
  intents: Intent[];
  scoreMin: number | string;
  scoreMax: number | string;
  secondsMin: number | string;
  secondsMax: number | string;
  from: string;
  until: string;
  customer: CustomerKind | '';
  tag: string;
  actions: ActionDraft[];
};

export const newAction = (kind: ActionKind): ActionDraft => ({
  ...{ key: crypto.randomUUID(), id: '', kind },
  ...{ url: '', hasSecret: false, secret: '', dropsSecret: false },
  ...{ to: '', subject: '', body: '' },
  ...{ title: '', dueInHours: 24, assigneeId: '', assignee: null },
  ...{ tag: '', smsTo: '', smsText: '' },
});

export const newDraft = (): Draft => ({
  ...{ name: '', enabled: true, trigger: 'CALL_COMPLETED', intents: [] },
  ...{ scoreMin: '', scoreMax: '', secondsMin: '', secondsMax: '' },
  ...{ from: '', until: '', customer: '', tag: '' },
  actions: [newAction('FOLLOW_UP')],
});

/** Staff, who read a rule and don't change it, aren't told where it sends to. */
const HIDDEN = '••••';

export function draftOf({ name, enabled, trigger, intents, conditions, actions }: Automation): Draft {
  const { sentimentScore, durationSeconds, timeOfDay, customer, tag } = conditions;
  return {
    ...{ name, enabled, trigger, intents: [...intents] },
    scoreMin: sentimentScore?.min ?? '',
    scoreMax: sentimentScore?.max ?? '',
    secondsMin: durationSeconds?.min ?? '',
    secondsMax: durationSeconds?.max ?? '',
    from: timeOfDay?.from ?? '',
    until: timeOfDay?.until ?? '',
    customer: customer ?? '',
    tag: tag ?? '',
    actions: actions.map(actionDraft),
  };
}

function actionDraft({ id, webhook, email, followUp, tagCustomer, sms }: Automation['actions'][number]) {
  const draft = { ...newAction('TAG_CUSTOMER'), key: id, id };
  if (webhook) return { ...draft, ...webhook, url: webhook.url ?? HIDDEN, kind: 'WEBHOOK' as const };
  if (email) {
    const { to, subject, body } = email;
    return { ...draft, to: to ?? HIDDEN, subject, body, kind: 'EMAIL' as const };
  }
  if (followUp) {
    const { title, dueInHours, assignee } = followUp;
    const assigneeId = assignee?.id ?? '';
    return { ...draft, title, dueInHours, assignee, assigneeId, kind: 'FOLLOW_UP' as const };
  }
  if (sms)
    return {
      ...draft,
      smsTo: sms.to ?? (sms.isToCaller ? '' : HIDDEN),
      smsText: sms.text,
      kind: 'SMS' as const,
    };
  return { ...draft, tag: tagCustomer ?? '' };
}
