import type { Database } from '../../infra/database.ts';
import type { NumberProvisioning } from '../inventory/number-provisioning.ts';
import { findOrder, type NumberOrderRow } from './number-order.store.ts';
import type { Purchases } from './purchase.ts';
import type { Releases } from './release.ts';

/** Takes an order from its row to its end in one go, as far as the provider lets it. */
export class OrderDriver {
  constructor(
    private readonly database: Database,
    private readonly purchases: Purchases,
    private readonly releases: Releases,
    private readonly provisioning: NumberProvisioning,
  ) {}

  /** Sends the order's request unless another process has, and attaches the number that comes of it. */
  async drive(order: NumberOrderRow): Promise<void> {
    const sender = order.kind === 'PURCHASE' ? this.purchases : this.releases;
    await sender.send(order);
    const after = await this.database.asPlatform((tx) => findOrder(tx, order.id));
    if (after?.settledAt && after.phoneNumberId) await this.provisioning.wire(after.phoneNumberId);
  }
}
