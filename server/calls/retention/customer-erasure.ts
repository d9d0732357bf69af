import { type Context, reachOf, requireFreshSecondFactor, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { isCustomerId } from '../../infra/ids.ts';
import { anonymiseCalls, deleteCustomer, lockForErasure } from './customer-erasure.store.ts';
import { purgeWords } from './purge-words.store.ts';

/** Erases persons: what the law gives callers a right to. */
export class CustomerErasure {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Erases a customer, their numbers and every word of their calls. That there were calls, when and how long, stays.
   * @throws AppError NOT_FOUND, CONFLICT while the customer is on the line, or FORBIDDEN where a code of the second
   * factor is asked for again
   */
  async erase(id: string, context: Context): Promise<void> {
    const viewer = viewerOf(context);
    if (!isCustomerId(id)) throw notFound('customer');
    requireFreshSecondFactor(viewer, this.clock.now());
    await this.database.within(reachOf(viewer), async (tx) => {
      const customer = await lockForErasure(tx, id);
      if (!customer) throw notFound('customer');
      const { tenantId } = customer;
      const calls = await anonymiseCalls(tx, tenantId, id);
      if (calls.some(({ status }) => status === 'IN_PROGRESS')) {
        throw new AppError(
          'CONFLICT',
          'The customer is on the line. Please try again when the call is over.',
        );
      }
      await purgeWords(
        tx,
        tenantId,
        calls.map((call) => call.id),
      );
      await deleteCustomer(tx, tenantId, id);
      await audit(tx, context, {
        action: 'customer.erase',
        tenantId,
        subject: id,
        detail: { calls: calls.length },
      });
    });
  }
}
