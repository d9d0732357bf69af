import { assertNever } from '../../../../shared/assert-never.ts';
import type { Order } from './use-order.ts';

export type StepState = 'waiting' | 'running' | 'uncertain' | 'done' | 'failed';
export type Step = {
  name: 'ordered' | 'bought' | 'connected' | 'released';
  state: StepState;
  /** Why it stands as it does, as a sentence from the server. */
  reason: string | null;
};

/** How far an order has come, step by step. Touches nothing. */
export function stepsOf(order: Pick<Order, 'kind' | 'status' | 'failure' | 'phoneNumber'>): Step[] {
  const ordered: Step = { name: 'ordered', state: 'done', reason: null };
  const carriedOut = { state: stateOf(order.status), reason: order.failure };
  switch (order.kind) {
    case 'PURCHASE':
      return [ordered, { name: 'bought', ...carriedOut }, connection(order)];
    case 'RELEASE':
      return [ordered, { name: 'released', ...carriedOut }];
    default:
      return assertNever(order.kind);
  }
}

function stateOf(status: Order['status']): StepState {
  switch (status) {
    case 'PENDING':
      return 'running';
    case 'UNCERTAIN':
      return 'uncertain';
    case 'SUCCEEDED':
      return 'done';
    case 'FAILED':
      return 'failed';
    default:
      return assertNever(status);
  }
}

function connection({ status, phoneNumber }: Pick<Order, 'status' | 'phoneNumber'>): Step {
  const step = { name: 'connected', reason: null } as const;
  if (status !== 'SUCCEEDED' || !phoneNumber) return { ...step, state: 'waiting' };
  if (phoneNumber.status !== 'PROVISIONING') return { ...step, state: 'done' };
  const { provisioningIssue } = phoneNumber;
  if (provisioningIssue === null) return { ...step, state: 'running' };
  return { ...step, state: 'failed', reason: provisioningIssue };
}
