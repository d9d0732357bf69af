import type { Context } from '../../auth/access.ts';
import { audit } from '../../auth/audit/audit.ts';
import { AppError, notFound } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import type { NumberProvisioning } from '../inventory/number-provisioning.ts';
import { findNumber, type PhoneNumberRow } from '../inventory/phone-number.store.ts';
import { insertBought } from '../inventory/phone-number-changes.store.ts';
import type { Markets } from '../marketplace/market.ts';
import { numberLock } from '../number-lock.ts';
import { openOrderOf } from '../orders/number-order.store.ts';
import { requireTenant } from '../orders/open-order.ts';
import { forgetFound, readFound } from './discrepancy.store.ts';

/** Numbers that the platform's account turned out to have: paid for, and no tenant's. */
export class FoundNumbers {
  constructor(
    private readonly database: Database,
    private readonly markets: Markets,
    private readonly provisioning: NumberProvisioning,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a found number to a tenant, without paying for it again, and attaches it.
   * @throws AppError NOT_FOUND where it wasn't found, or there is no such tenant; CONFLICT while it is being ordered
   */
  async assign(e164: E164, wanted: string, context: Context): Promise<PhoneNumberRow> {
    const { account } = await this.markets.name();
    const id = await this.database.asPlatform(async (tx) => {
      const tenantId = await requireTenant(tx, wanted);
      const [found] = await readFound(tx, account, e164);
      if (!found) throw notFound('found number');
      if (await openOrderOf(tx, e164)) {
        throw new AppError('CONFLICT', 'This number is just being ordered.', { field: 'e164' });
      }
      await forgetFound(tx, e164);
      await audit(tx, context, { action: 'number.assignFound', tenantId, subject: e164 });
      return insertBought(tx, { tenantId, e164, demo: false, account }, found, this.clock.now());
    }, numberLock(e164));
    await this.provisioning.wire(id);
    const number = await this.database.asPlatform((tx) => findNumber(tx, id));
    if (!number) throw notFound('phone number');
    return number;
  }
}
