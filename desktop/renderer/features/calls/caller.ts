import { phoneText } from '../../ui/format.ts';
import type { Row } from './operations.ts';

type Called = Pick<Row, 'direction' | 'from' | 'to'> & {
  customer?: Pick<NonNullable<Row['customer']>, 'name' | 'phone'> | null;
};

/** The other side's number; undefined where it was withheld. */
export function numberOf({ direction, from, to, customer }: Called): string | undefined {
  const number = (direction === 'OUTBOUND' ? to : from) ?? customer?.phone;
  return number ? phoneText(number) : undefined;
}

/** By name, else by number; undefined for a caller who gave neither. */
export const callerOf = (call: Called): string | undefined => call.customer?.name || numberOf(call);
