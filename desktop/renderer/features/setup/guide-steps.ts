import { type Topic, topicOf } from './check-topic.ts';
import type { SetupCheck } from './operations.ts';

/** The seven steps of connecting a number, each with the checks that show it as done. */
const STEPS = [
  ['address', ['address', 'reach']],
  ['number', ['number']],
  ['answerUrl', ['answer']],
  ['inputUrl', ['input']],
  ['hangupUrl', ['hangup']],
  ['attach', ['number', 'answer']],
  ['call', ['answer', 'input', 'hangup']],
] as const satisfies readonly (readonly [string, readonly Topic[]])[];

export type Step = (typeof STEPS)[number][0];

/** A step is done when what it leads to was seen: nothing is ticked by hand. */
export function stepsOf(checks: readonly SetupCheck[]): { step: Step; isDone: boolean }[] {
  const passes = (topic: Topic) =>
    checks.some(({ code, status }) => status === 'PASS' && topicOf(code) === topic);
  return STEPS.map(([step, topics]) => ({ step, isDone: topics.every(passes) }));
}
