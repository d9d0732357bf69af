import type {
  AutomationActionInput,
  AutomationConditionsInput,
  UpdateAutomationInput,
} from '../../../graphql/generated/graphql.ts';
import type { ActionDraft, Draft } from './draft.ts';

type Whole = Required<Pick<UpdateAutomationInput, 'enabled' | 'intents' | 'conditions'>> &
  Pick<Draft, 'name' | 'trigger'> & { actions: AutomationActionInput[] };

/** A draft as the server takes it, to make an automation as well as to change one. */
export const inputOf = (draft: Draft): Whole => ({
  name: draft.name,
  enabled: draft.enabled,
  trigger: draft.trigger,
  intents: draft.intents,
  conditions: conditionsOf(draft),
  actions: draft.actions.map(actionInput),
});

function conditionsOf(draft: Draft): AutomationConditionsInput {
  const isTimed = draft.from !== '' || draft.until !== '';
  // During the call neither is known; what was typed for another trigger is left out.
  const isEarly = draft.trigger === 'HUMAN_REQUESTED';
  return {
    sentimentScore: isEarly ? null : range(draft.scoreMin, draft.scoreMax),
    durationSeconds: isEarly ? null : range(draft.secondsMin, draft.secondsMax),
    timeOfDay: isTimed ? { from: draft.from, until: draft.until } : null,
    customer: draft.customer || null,
    tag: draft.tag.trim() || null,
  };
}

function range(min: number | string, max: number | string) {
  const limit = (typed: number | string) => (typed === '' ? null : Number(typed));
  return min === '' && max === '' ? null : { min: limit(min), max: limit(max) };
}

function actionInput(action: ActionDraft): AutomationActionInput {
  const { id, kind, url, to, subject, body, title, dueInHours, assigneeId, tag, smsTo, smsText } = action;
  const place = { id: id || null };
  switch (kind) {
    case 'WEBHOOK':
      return { ...place, webhook: { url: url.trim(), ...secretOf(action) } };
    case 'EMAIL':
      return { ...place, email: { to, subject, body } };
    case 'FOLLOW_UP':
      return {
        ...place,
        followUp: { title, dueInHours: Number(dueInHours), assigneeId: assigneeId || null },
      };
    case 'TAG_CUSTOMER':
      return { ...place, tagCustomer: tag };
    case 'SMS':
      return { ...place, sms: { to: smsTo.replace(/[\s()-]/g, '') || null, text: smsText } };
  }
}

/** Left out, a stored one stays. */
function secretOf({ secret, dropsSecret }: ActionDraft) {
  if (dropsSecret) return { secret: null };
  return secret === '' ? {} : { secret };
}

const FORM_FIELD: Record<string, string> = {
  'conditions.sentimentScore': 'scoreMin',
  'conditions.durationSeconds': 'secondsMin',
  'conditions.timeOfDay': 'from',
  'conditions.tag': 'tag',
};
const ACTION_FIELD: Record<string, string> = {
  tagCustomer: 'tag',
  'sms.to': 'smsTo',
  'sms.text': 'smsText',
};

/** Where in the form an input of the server's is typed, as `actions.0.subject`; undefined for none of its own. */
export function formField(input: string | undefined): string | undefined {
  if (input === undefined) return undefined;
  const [, index, part = ''] = /^actions\.(\d+)\.(.+)$/.exec(input) ?? [];
  if (index !== undefined) {
    return `actions.${index}.${ACTION_FIELD[part] ?? part.slice(part.indexOf('.') + 1)}`;
  }
  return FORM_FIELD[input] ?? (input === 'name' || input === 'trigger' ? input : undefined);
}
