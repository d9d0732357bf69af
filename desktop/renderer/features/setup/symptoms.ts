import { type Topic, topicOf } from './check-topic.ts';
import type { SetupCheck } from './operations.ts';

/** What people see going wrong, and what may be behind it: the likeliest first. */
const BEHIND = {
  notAnswering: [
    ...(['address', 'reach', 'tenant', 'number', 'networks', 'signed'] as const),
    ...(['answer', 'slug', 'signatures'] as const),
  ],
  notResponding: ['input', 'model', 'reach', 'signatures'],
  endsAfterGreeting: ['input', 'address', 'reach', 'wholeCalls', 'model'],
  notLogged: ['hangup', 'wholeCalls', 'answer', 'slug', 'clock'],
  onlyLocal: ['address', 'reach'],
} as const satisfies Record<string, readonly Topic[]>;

export type Symptom = keyof typeof BEHIND;
export const SYMPTOMS = Object.keys(BEHIND) as Symptom[];

/** The check that explains a symptom: a failure before a warning; undefined where all that could is fine. */
export function explanationOf(symptom: Symptom, checks: readonly SetupCheck[]): SetupCheck | undefined {
  const inOrder = BEHIND[symptom].flatMap((topic) => checks.filter(({ code }) => topicOf(code) === topic));
  return inOrder.find(({ status }) => status === 'FAIL') ?? inOrder.find(({ status }) => status === 'WARN');
}
