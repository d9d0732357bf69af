import type { Step } from './step.ts';

export type WebhookName = 'answer' | 'input' | 'hangup';

/** One webhook and the reply to it. */
export type Exchange = {
  webhook: WebhookName;
  /** The address as Vobiz calls it. */
  url: string;
  status: number;
  /** From the request's start until the reply's last byte was read. */
  ms: number;
  xml: string;
  /** What the caller hears of this reply, an entry for each element that speaks. */
  spoken: string[];
  /** What Vobiz would not accept about the reply, a sentence each; empty when all is well. */
  problems: string[];
  /** The reply's elements, in order. */
  steps: Step[];
  /** Whether Vobiz runs none of it, and drops the call. */
  isRefused: boolean;
};

/** What came of one act of the caller: all that was exchanged until it was the caller's turn again. */
export type Outcome = {
  exchanges: Exchange[];
  /** All that the caller heard meanwhile, fillers included, in order. */
  spoken: string;
  slowestDocumentMs: number;
  state: 'listening' | 'over';
};

/** What Vobiz runs of a reply. */
export const stepsOf = ({ steps, isRefused }: Exchange): Step[] => (isRefused ? [] : steps);

/** Which of the three routes an address in a document leads to; others are asked as `input` is. */
export function webhookAt(url: string): WebhookName {
  const [, name] = /\/(answer|hangup)(?:\?|$)/.exec(url) ?? [];
  return name === 'answer' || name === 'hangup' ? name : 'input';
}

/** What `exchanges` come to, in which the caller heard those words. */
export function outcome(exchanges: Exchange[], heard: string[], state: Outcome['state']): Outcome {
  const slowestDocumentMs = Math.max(0, ...exchanges.map(({ ms }) => ms));
  return { exchanges, spoken: heard.join(' '), slowestDocumentMs, state };
}
