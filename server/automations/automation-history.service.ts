import { type Context, reachOf, type Viewer, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { AppError, notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import { type Connection, checkedFirst, pageOf, readCursor } from '../infra/graphql/connection.ts';
import { isCallId, isUuid } from '../infra/ids.ts';
import { findAutomation } from './automation.store.ts';
import type { Automation } from './automation.ts';
import * as runs from './automation-run.store.ts';
import * as deliveries from './deliveries/delivery.store.ts';
import { readCallFacts } from './rules/call-facts.store.ts';
import { type DryRun, dryRun } from './rules/dry-run.ts';
import { type Means, planned } from './rules/plan.ts';

type Page = { first: number; after?: string | null | undefined };

/** What automations did, what is on its way, and what they would do. */
export class AutomationHistoryService {
  constructor(
    private readonly database: Database,
    private readonly unavailable: Means['unavailable'],
    private readonly clock: Clock,
  ) {}

  /** The newest first. @throws AppError NOT_FOUND, BAD_USER_INPUT */
  async runs(viewer: Viewer, automationId: string, page: Page): Promise<Connection<runs.AutomationRun>> {
    const wanted = { after: readCursor(page.after), limit: checkedFirst(page.first) + 1 };
    const within = <T>(work: (tx: Tx, automation: Automation) => Promise<T>) =>
      this.#within(viewer, automationId, work);
    return pageOf(await within((tx, automation) => runs.listRuns(tx, automation, wanted)), page.first, {
      keysetOf: runs.placeOf,
      node: (row) => row,
      totalCount: () => within(runs.countRuns),
    });
  }

  /** The newest first. @throws AppError NOT_FOUND, BAD_USER_INPUT */
  async deliveries(
    viewer: Viewer,
    automationId: string,
    filter: deliveries.DeliveryFilter,
    page: Page,
  ): Promise<Connection<deliveries.DeliveryRow>> {
    const wanted = { after: readCursor(page.after), limit: checkedFirst(page.first) + 1 };
    const within = <T>(work: (tx: Tx, automation: Automation) => Promise<T>) =>
      this.#within(viewer, automationId, work);
    const rows = await within((tx, automation) => deliveries.listDeliveries(tx, automation, filter, wanted));
    return pageOf(rows, page.first, {
      keysetOf: deliveries.placeOf,
      node: (row) => row,
      totalCount: () => within((tx, automation) => deliveries.countDeliveries(tx, automation, filter)),
    });
  }

  /** What an automation would make of a call, without doing any of it. @throws AppError NOT_FOUND */
  async try(viewer: Viewer, automationId: string, callId: string): Promise<DryRun> {
    return this.#within(viewer, automationId, async (tx, automation) => {
      const facts = isCallId(callId) ? await readCallFacts(tx, automation.tenantId, callId) : undefined;
      if (!facts) throw notFound('call');
      return dryRun(automation, facts, { now: this.clock.now(), unavailable: this.unavailable });
    });
  }

  /**
   * Makes a delivery once more, by what its action says now and under an id of its own, so that the receiver takes it
   * for another one.
   * @throws AppError NOT_FOUND, or CONFLICT where it is still on its way or can't be made any more
   */
  async redeliver(id: string, context: Context): Promise<deliveries.DeliveryRow> {
    const reach = reachOf(viewerOf(context));
    const delivery = isUuid(id)
      ? await this.database.within(reach, (tx) => deliveries.findDelivery(tx, id))
      : undefined;
    if (!delivery) throw notFound('delivery');
    if (delivery.status === 'PENDING') throw new AppError('CONFLICT', 'This delivery is still on its way.');
    return this.database.inTenant(delivery.tenantId, async (tx) => {
      const now = this.clock.now();
      const again = await this.#again(tx, delivery, now);
      await deliveries.queueDelivery(tx, { ...delivery, ...again, repeats: delivery.id, now });
      const { tenantId, target: subject } = delivery;
      await audit(tx, context, {
        action: 'automation.redeliver',
        tenantId,
        subject,
        detail: { delivery: id },
      });
      return required(await deliveries.findDelivery(tx, again.id), 'delivery');
    });
  }

  async #again(tx: Tx, delivery: deliveries.DeliveryRow, now: Date) {
    const automation = required(await findAutomation(tx, delivery.automationId), 'automation');
    if (!automation.enabled) throw new AppError('CONFLICT', 'The automation is switched off.');
    const run = required(await runs.findRun(tx, delivery.runId), 'run');
    const facts = required(await readCallFacts(tx, delivery.tenantId, delivery.callId), 'call');
    const action = automation.actions.find((each) => each.id === delivery.actionId);
    const means = { now, unavailable: this.unavailable };
    const plan = action && planned(action, run.trigger, { ...facts, automation }, means);
    if (plan?.does === 'nothing') throw new AppError('CONFLICT', plan.reason);
    const same = plan?.does === 'deliver' ? plan.deliveries : [];
    // A mail to several people is one delivery for each.
    const again = same.find(({ target }) => delivery.kind !== 'EMAIL' || target === delivery.target);
    if (!again) throw new AppError('CONFLICT', 'The automation doesn’t do this any more.');
    return again;
  }

  #within<T>(viewer: Viewer, id: string, work: (tx: Tx, automation: Automation) => Promise<T>): Promise<T> {
    return this.database.within(reachOf(viewer), async (tx) =>
      work(tx, required(isUuid(id) ? await findAutomation(tx, id) : undefined, 'automation')),
    );
  }
}

function required<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw notFound(what);
  return found;
}
