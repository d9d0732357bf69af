import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never.ts';
import { lockCustomer, writeCustomer } from '../../customers/customer.store.ts';
import { openFollowUp } from '../../follow-ups/follow-up.store.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import {
  type CallId,
  type CustomerId,
  type TenantId,
  writtenCallId,
  writtenTenantId,
} from '../../infra/ids.ts';
import { automationsOf } from '../automation.store.ts';
import type { Automation } from '../automation.ts';
import { type ActionRun, claimRun, countRun, noteActions } from '../automation-run.store.ts';
import { queueDelivery } from '../deliveries/delivery.store.ts';
import { readCallFacts } from './call-facts.store.ts';
import type { CallFacts } from './call-facts.ts';
import { type Means, type Plan, planned } from './plan.ts';
import { withTag } from './tags.ts';
import { type Verdict, whichRulesFire } from './which-rules-fire.ts';

const payloadOf = z.object({
  tenantId: writtenTenantId,
  callId: writtenCallId,
  phase: z.enum(['DURING_CALL', 'AFTER_CALL']),
});

export type RunAutomations = { database: Database; clock: Clock; unavailable: Means['unavailable'] };

/**
 * Asks a tenant's automations about a call, and does what they say: all of it in one transaction, or nothing. What
 * goes to receivers outside is queued by it. Safe to repeat: an automation runs once for each call and trigger.
 */
export async function runAutomations(payload: unknown, deps: RunAutomations): Promise<void> {
  const { tenantId, callId, phase } = payloadOf.parse(payload);
  await deps.database.inTenant(
    tenantId,
    async (tx) => {
      const rules = (await automationsOf(tx, tenantId)).filter(({ enabled }) => enabled);
      const facts = rules.length > 0 ? await readCallFacts(tx, tenantId, callId) : undefined;
      if (!facts) return;
      const ran: Automation[] = [];
      for (const { rule, verdict } of whichRulesFire(rules, facts, phase)) {
        if (await run(tx, rule, verdict, { facts, ...deps })) ran.push(rule);
      }
      // Last, and in the same order for every call: calls that run the same rules mustn't wait for each other's customers.
      for (const { id } of ran) await countRun(tx, { tenantId, id }, deps.clock.now());
    },
    { lock: `automations ${callId}` },
  );
}

/** @returns whether it ran, which it does once */
async function run(
  tx: Tx,
  automation: Automation,
  verdict: Verdict,
  { facts, clock, unavailable }: { facts: CallFacts; clock: Clock; unavailable: Means['unavailable'] },
): Promise<boolean> {
  if (verdict.kind === 'not triggered') return false;
  const { tenantId, id: automationId, trigger } = automation;
  const now = clock.now();
  const claim = { tenantId, id: randomUUID(), automationId, callId: facts.call.id, trigger, ranAt: now };
  if (verdict.kind === 'held back') {
    await claimRun(tx, { ...claim, outcome: 'HELD_BACK', reason: verdict.reason });
    return false;
  }
  const id = await claimRun(tx, { ...claim, outcome: 'RAN', reason: null });
  if (id === undefined) return false;
  const actions: ActionRun[] = [];
  for (const action of automation.actions) {
    const plan = planned(action, trigger, { ...facts, automation }, { now, unavailable });
    actions.push({ kind: action.spec.kind, ...(await carryOut(tx, plan, { ...claim, id, facts })) });
  }
  await noteActions(tx, { tenantId, id }, actions);
  return true;
}

type Running = {
  tenantId: TenantId;
  id: string;
  automationId: string;
  callId: CallId;
  ranAt: Date;
  facts: CallFacts;
};

async function carryOut(tx: Tx, plan: Plan, run: Running): Promise<Pick<ActionRun, 'outcome' | 'reason'>> {
  const { tenantId, id: runId, automationId, callId, ranAt: now } = run;
  switch (plan.does) {
    case 'nothing':
      return { outcome: 'SKIPPED', reason: plan.reason };
    case 'deliver':
      for (const delivery of plan.deliveries) {
        const origin = { tenantId, runId, automationId, callId, actionId: plan.action.id, repeats: null };
        await queueDelivery(tx, { ...delivery, ...origin, now });
      }
      return { outcome: 'QUEUED', reason: null };
    case 'follow up': {
      const { title, dueAt, assigneeId } = plan;
      const origin = `automation ${runId} ${plan.action.id}`;
      const customerId = run.facts.customer?.id ?? null;
      const followUp = { tenantId, title, dueAt, assigneeId, callId, customerId, origin, now };
      await openFollowUp(tx, { ...followUp, reason: 'AUTOMATION' });
      return { outcome: 'DONE', reason: null };
    }
    case 'tag':
      return tagCustomer(tx, plan);
    default:
      return assertNever(plan);
  }
}

async function tagCustomer(
  tx: Tx,
  { customerId, tag }: { customerId: CustomerId; tag: string },
): Promise<Pick<ActionRun, 'outcome' | 'reason'>> {
  const customer = await lockCustomer(tx, customerId);
  if (!customer) return { outcome: 'SKIPPED', reason: 'The customer is gone.' };
  const tagged = withTag(customer.tags, tag);
  if ('reason' in tagged) return { outcome: 'SKIPPED', reason: tagged.reason };
  await writeCustomer(tx, customerId, { ...customer, tags: tagged.tags });
  return { outcome: 'DONE', reason: null };
}
