import { badInput } from '../../infra/app-error.ts';
import { typedText } from '../../infra/typed-text.ts';
import type { Intent } from '../../understanding/intents/intents.ts';
import type { Automation, AutomationTrigger, Rule } from '../automation.ts';
import { type ActionInput, type NewAction, readActions } from './actions-input.ts';
import { type ConditionsInput, readConditions } from './conditions-input.ts';

type Typed<T> = T | null | undefined;

export type AutomationInput = {
  name: string;
  trigger: AutomationTrigger;
  enabled?: Typed<boolean>;
  intents?: Typed<Intent[]>;
  conditions?: Typed<ConditionsInput>;
  actions: ActionInput[];
};

/** What is left out stays. Intents, conditions and actions are each replaced as a whole. */
export type AutomationChange = { [Part in keyof AutomationInput]?: Typed<AutomationInput[Part]> };

/** What is stored of an automation, but for its actions. */
export type AutomationTraits = Rule & Pick<Automation, 'name' | 'enabled'>;

/** @throws AppError BAD_USER_INPUT naming the input */
export function readAutomation(input: AutomationInput): { traits: AutomationTraits; actions: NewAction[] } {
  const { trigger, enabled, intents, conditions } = input;
  return {
    traits: {
      name: readName(input.name),
      enabled: enabled ?? true,
      trigger,
      intents: [...new Set(intents ?? [])],
      conditions: readConditions(conditions, trigger),
    },
    actions: readActions(input.actions),
  };
}

/**
 * An automation with changes made to it.
 * @returns `actions` undefined where they stay
 * @throws AppError BAD_USER_INPUT naming the input
 */
export function changedAutomation(
  before: AutomationTraits,
  change: AutomationChange,
): { traits: AutomationTraits; actions: NewAction[] | undefined } {
  const trigger = change.trigger ?? before.trigger;
  if (change.name === null) throw badInput('name', 'The name can’t be empty.');
  return {
    traits: {
      name: change.name === undefined ? before.name : readName(change.name),
      enabled: change.enabled ?? before.enabled,
      trigger,
      intents: change.intents === undefined ? before.intents : [...new Set(change.intents ?? [])],
      conditions: readConditions(
        change.conditions === undefined ? before.conditions : change.conditions,
        trigger,
      ),
    },
    actions:
      change.actions === undefined || change.actions === null ? undefined : readActions(change.actions),
  };
}

const readName = (typed: string) =>
  typedText('name', typed, { what: 'The name', most: 120, isOneLine: true });
