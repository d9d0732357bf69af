import type { ActionSpec, Automation } from '../automation.ts';
import type { CallFacts } from './call-facts.ts';
import { type Means, type Plan, planned } from './plan.ts';
import { verdictOf } from './which-rules-fire.ts';

/** What one action would do, in words; `skipped` says why nothing would come of it. */
type TriedAction = {
  kind: ActionSpec['kind'];
  skipped: string | null;
  /** An address, a number, or a tag. */
  target: string | null;
  /** A mail's, or a follow-up's title. */
  subject: string | null;
  body: string | null;
  dueAt: Date | null;
};

/** What an automation would make of a call. */
export type DryRun = { wouldRun: boolean; reason: string | null; actions: TriedAction[] };

/**
 * Tries an automation on a call, whether it is switched on or not, and whether it has run for that call or not. Touches
 * nothing. The ids in it are of deliveries that will never be.
 */
export function dryRun(automation: Automation, facts: CallFacts, means: Means): DryRun {
  const phase = facts.call.status === 'IN_PROGRESS' ? 'DURING_CALL' : 'AFTER_CALL';
  const verdict = verdictOf(automation, facts, phase);
  if (verdict.kind !== 'runs') return { wouldRun: false, reason: verdict.reason, actions: [] };
  const { actions, trigger } = automation;
  const plans = actions.map((action) => planned(action, trigger, { ...facts, automation }, means));
  return { wouldRun: true, reason: null, actions: plans.flatMap(describe) };
}

function describe(plan: Plan): TriedAction[] {
  const { kind } = plan.action.spec;
  const nothing = { kind, skipped: null, target: null, subject: null, body: null, dueAt: null };
  switch (plan.does) {
    case 'nothing':
      return [{ ...nothing, skipped: plan.reason }];
    case 'deliver':
      return plan.deliveries.map(({ target, subject, body }) => ({ ...nothing, target, subject, body }));
    case 'follow up':
      return [{ ...nothing, subject: plan.title, dueAt: plan.dueAt }];
    case 'tag':
      return [{ ...nothing, target: plan.tag }];
  }
}
