import { describe, expect, test } from 'vitest';
import { callerOf } from '../../../server/calls/caller.ts';
import type { E164 } from '../../../server/infra/phone-number.ts';

const OURS = '+917971543252' as E164;
const KEPT = '+912224567890' as E164;
const PATIENT = '+919876543210' as E164;
const OTHER = '+919811122233' as E164;

const call = (from: E164 | undefined, forwardedFrom?: E164, rawFrom?: string) => ({
  direction: 'INBOUND' as const,
  to: OURS,
  from,
  rawFrom,
  forwardedFrom,
});
const unknown = { from: undefined, rawFrom: undefined };

describe('the caller of a number to which a business forwards its own', () => {
  test.each([
    ['is who calls, as usual', call(PATIENT), { from: PATIENT, rawFrom: undefined }],
    [
      'is who calls, though the call was forwarded',
      call(PATIENT, KEPT),
      { from: PATIENT, rawFrom: undefined },
    ],
    [
      'stands in ForwardedFrom, where From is the business',
      call(KEPT, PATIENT),
      { from: PATIENT, rawFrom: undefined },
    ],
    ['is unknown, where both are the business', call(KEPT, KEPT), unknown],
    ['is unknown, where From alone is told, and is the business', call(KEPT), unknown],
    ['is unknown, where From is the called number', call(OURS), unknown],
    ['is unknown, where the business was forwarded by the called number', call(KEPT, OURS), unknown],
    [
      'stands in ForwardedFrom, where From is the called number',
      call(OURS, PATIENT),
      { from: PATIENT, rawFrom: undefined },
    ],
    [
      'is not ForwardedFrom, where somebody else calls',
      call(PATIENT, OTHER),
      { from: PATIENT, rawFrom: undefined },
    ],
    ['stays hidden', call(undefined, KEPT, 'anonymous'), { from: undefined, rawFrom: 'anonymous' }],
  ])('%s', (_, named, caller) => {
    expect(callerOf(named, [KEPT])).toEqual(caller);
  });

  test('is the business itself, where it is not said that it forwards', () => {
    expect(callerOf(call(KEPT, PATIENT), [])).toEqual({ from: KEPT, rawFrom: undefined });
  });

  test('of a call that we made is the number that made it', () => {
    expect(callerOf({ ...call(OURS), direction: 'OUTBOUND', to: PATIENT }, [OURS])).toMatchObject({
      from: OURS,
    });
  });
});
