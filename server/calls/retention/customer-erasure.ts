import { type Context, isUuid, reachOf, viewerOf } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Database } from '../../infra/database.ts';
import { purgeWords } from './purge-words.ts';

/** Erases persons: what the law gives callers a right to. */
export class CustomerErasure {
  constructor(private readonly database: Database) {}

  /**
   * Erases a customer, their numbers and every word of their calls. That there were calls, when and how long, stays.
   * @throws AppError NOT_FOUND, or CONFLICT while the customer is on the line
   */
  async erase(id: string, context: Context): Promise<void> {
    const viewer = viewerOf(context);
    if (!isUuid(id)) throw notFound('customer');
    await this.database.within(reachOf(viewer), async (tx) => {
      const customer = await tx.one<{ tenantId: string }>(
        'select tenant_id as "tenantId" from customers where id = $1 for update',
        [id],
      );
      if (!customer) throw notFound('customer');
      const { tenantId } = customer;
      const calls = await tx.query<{ id: string; isOn: boolean }>(ANONYMISE, [tenantId, id]);
      if (calls.some(({ isOn }) => isOn)) {
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
      await tx.query('delete from customers where tenant_id = $1 and id = $2', [tenantId, id]);
      await audit(tx, context, {
        action: 'customer.erase',
        tenantId,
        subject: id,
        detail: { calls: calls.length },
      });
    });
  }
}

/** The customer is whoever called, or was called. */
const ANONYMISE = `
  update calls
     set raw_from = null,
         "from" = case direction when 'INBOUND' then null else "from" end,
         "to" = case direction when 'OUTBOUND' then null else "to" end
   where tenant_id = $1 and customer_id = $2
  returning id, status = 'IN_PROGRESS' as "isOn"`;
