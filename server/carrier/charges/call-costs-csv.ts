import { csvOf, plainCell } from '../../infra/csv.ts';
import { moneyDecimal } from '../../numbers/money.ts';
import type { TenantMonthCost } from './call-costs.service.ts';

const HEADING = ['Month', 'Tenant', 'Paid by', 'Calls', 'Cost', 'Currency'];

/** What calls cost by tenant and month as CSV, with a heading; amounts in major units with decimals. */
export const callCostsCsv = (costs: readonly TenantMonthCost[]): string =>
  csvOf([
    HEADING,
    ...costs.map(({ month, name, paidBy, calls, cost }) => [
      month,
      plainCell(name),
      paidBy === 'PLATFORM' ? 'platform' : 'tenant',
      `${calls}`,
      moneyDecimal(cost),
      cost.currency,
    ]),
  ]);
