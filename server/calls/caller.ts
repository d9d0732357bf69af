import type { E164 } from '../infra/phone-number.ts';
import type { CallIdentity } from './call-event.ts';

/** The numbers that a webhook names. */
type NamedNumbers = Pick<CallIdentity, 'direction' | 'from' | 'rawFrom' | 'to'> & {
  forwardedFrom: E164 | undefined;
};

/**
 * Who called. Where a business forwards the number that it kept, `From` can be the business itself, and the caller
 * stands in `ForwardedFrom`, if anywhere. Pure.
 * @param forwarding the numbers whose calls are forwarded to the tenant's
 */
export function callerOf(
  { direction, from, rawFrom, to, forwardedFrom }: NamedNumbers,
  forwarding: readonly E164[],
): Pick<CallIdentity, 'from' | 'rawFrom'> {
  const isBusiness = (number: E164) => number === to || forwarding.includes(number);
  if (direction === 'OUTBOUND' || from === undefined || !isBusiness(from)) return { from, rawFrom };
  const isKnown = forwardedFrom !== undefined && !isBusiness(forwardedFrom);
  return { from: isKnown ? forwardedFrom : undefined, rawFrom: undefined };
}
