import { spokenTime } from '../../calls/conversation/spoken-time.ts';
import type { CallFacts } from '../rules/call-facts.ts';

/** What a template's fields are filled with. */
export type TemplateFacts = CallFacts & { automation: { name: string } };

/**
 * The fields that templates may hold, and what each stands for. What isn't known is left empty.
 */
const fields = {
  'call.id': ['The call’s id here', ({ call }) => call.id],
  'call.from': ['The caller’s number', ({ call }) => call.from],
  'call.to': ['The number that was called', ({ call }) => call.to],
  'call.startedAt': [
    'When the call began, on the clock of the business',
    ({ call, tenant }) => spokenTime(call.startedAt, tenant.timeZone),
  ],
  'call.durationSeconds': ['How long it took, in seconds', ({ call }) => call.durationSeconds],
  'call.transcript': ['All that was said, a line each', ({ call }) => call.lines.map(lineOf).join('\n')],
  'customer.name': ['The customer’s name', ({ customer }) => customer?.name],
  'customer.phone': ['The customer’s number', ({ customer }) => customer?.phone],
  'customer.tags': ['The customer’s tags', ({ customer }) => customer?.tags.join(', ')],
  'analysis.sentiment': ['POSITIVE, NEUTRAL or NEGATIVE', ({ analysis }) => analysis?.sentiment],
  'analysis.sentimentScore': ['From -1 to 1', ({ analysis }) => analysis?.sentimentScore.toFixed(2)],
  'analysis.summary': ['The call in two sentences', ({ analysis }) => analysis?.summary],
  'analysis.intents': ['What the caller wanted', ({ intents }) => intents.join(', ')],
  'analysis.outcome': ['How the call ended for the caller', ({ analysis }) => analysis?.outcome],
  'tenant.name': ['The business', ({ tenant }) => tenant.name],
  'automation.name': ['This automation', ({ automation }) => automation.name],
} as const satisfies Record<string, Field>;

type Field = readonly [meaning: string, value: (facts: TemplateFacts) => string | number | null | undefined];

/** Too long for anything that is one line. */
const LONG: readonly string[] = ['call.transcript'];

const table: ReadonlyMap<string, Field> = new Map(Object.entries(fields));

/** What a template may hold, for people who write one. */
export const templateFields: readonly { name: string; meaning: string }[] = [...table].map(
  ([name, [meaning]]) => ({ name, meaning }),
);

export const isTemplateField = (name: string): boolean => table.has(name);
export const isLongField = (name: string): boolean => LONG.includes(name);

/** A field's value as it stands, before it is made fit for a medium. Empty where it isn't known. */
export const fieldValue = (name: string, facts: TemplateFacts): string =>
  `${table.get(name)?.[1](facts) ?? ''}`;

const lineOf = ({ speaker, text }: CallFacts['call']['lines'][number]) =>
  `${speaker === 'CALLER' ? 'Caller' : 'Receptionist'}: ${text}`;
