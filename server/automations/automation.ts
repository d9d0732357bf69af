import type { TenantId, UserId } from '../infra/ids.ts';
import type { Intent } from '../understanding/intents/intents.ts';

export const AUTOMATION_TRIGGERS = [
  'CALL_COMPLETED',
  'CALL_MISSED',
  'NEGATIVE_SENTIMENT',
  'POSITIVE_SENTIMENT',
  'INTENT_DETECTED',
  'NEW_CUSTOMER',
  'HUMAN_REQUESTED',
] as const;
/**
 * What sets an automation off. CALL_MISSED: no hangup ever came, or the caller said nothing; the latter is
 * CALL_COMPLETED as well. HUMAN_REQUESTED comes while the caller is still there.
 */
export type AutomationTrigger = (typeof AUTOMATION_TRIGGERS)[number];

/** Both ends belong to it; null is no limit. */
export type Range = { min: number | null; max: number | null };

/** As `09:30`, on the tenant's clock. `until` doesn't belong to it, and may be on the next day. */
export type TimeOfDay = { from: string; until: string };

export const CUSTOMER_KINDS = ['NEW', 'KNOWN'] as const;
/** Whether the caller calls for the first time. A caller who hides their number is neither new nor known. */
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** All of what is there must hold. */
export type Conditions = {
  /** -1 to 1. */
  sentimentScore?: Range;
  durationSeconds?: Range;
  /** When the call began. */
  timeOfDay?: TimeOfDay;
  customer?: CustomerKind;
  /** One that the customer has, whatever its case. */
  tag?: string;
};

/** What is to be done. Texts may hold fields of the call, as `{{customer.name}}`. */
export type ActionSpec =
  | { kind: 'WEBHOOK'; url: string }
  | { kind: 'EMAIL'; to: string[]; subject: string; body: string }
  | { kind: 'FOLLOW_UP'; title: string; dueInHours: number; assigneeId: UserId | null }
  | { kind: 'TAG_CUSTOMER'; tag: string }
  /** To the caller, unless another number is given. */
  | { kind: 'SMS'; to: string | null; text: string };

/** One of an automation's actions, as it is stored. */
export type Action = { id: string; spec: ActionSpec; hasSecret: boolean };

/** What makes an automation run. */
export type Rule = {
  trigger: AutomationTrigger;
  /** One of them must have come up; none are no condition. */
  intents: Intent[];
  conditions: Conditions;
};

/** A tenant's rule and what follows from it. */
export type Automation = Rule & {
  tenantId: TenantId;
  id: string;
  name: string;
  enabled: boolean;
  actions: Action[];
  createdAt: Date;
  lastRunAt: Date | null;
  /** How often it ran; calls that its conditions held it back from aren't counted. */
  runCount: number;
};
