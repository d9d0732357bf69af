import type { E164 } from '../../infra/phone-number.ts';
import type { InventoryNumber } from '../../numbers/number-provider.ts';

/** India's 22 telecom circles, each with the area code of its chief city. */
const CIRCLES = [
  ['Andhra Pradesh & Telangana', '40'],
  ['Assam', '361'],
  ['Bihar & Jharkhand', '612'],
  ['Delhi NCR', '11'],
  ['Gujarat', '79'],
  ['Haryana', '184'],
  ['Himachal Pradesh', '177'],
  ['Jammu & Kashmir', '194'],
  ['Karnataka', '80'],
  ['Kerala', '484'],
  ['Kolkata', '33'],
  ['Madhya Pradesh & Chhattisgarh', '755'],
  ['Maharashtra & Goa', '20'],
  ['Mumbai', '22'],
  ['North East', '364'],
  ['Odisha', '674'],
  ['Punjab', '172'],
  ['Rajasthan', '141'],
  ['Tamil Nadu', '44'],
  ['Uttar Pradesh East', '522'],
  ['Uttar Pradesh West', '121'],
  ['West Bengal', '353'],
] as const;

const PER_CIRCLE = 15;
const METRO_CODES: readonly string[] = ['11', '22', '33', '40', '44', '80'];

/** What the demo market offers: the same numbers, at the same fees, each time. */
export const DEMO_OFFERS: readonly InventoryNumber[] = CIRCLES.flatMap(([region, areaCode], circle) =>
  Array.from({ length: PER_CIRCLE }, (_, index) => offer(region, areaCode, circle * PER_CIRCLE + index)),
);

function offer(region: string, areaCode: string, n: number): InventoryNumber {
  const digits = 10 - areaCode.length;
  const isMemorable = n % 5 === 0;
  const subscriber = isMemorable ? memorable(n, digits) : scattered(n, digits);
  const monthlyRupees = (METRO_CODES.includes(areaCode) ? 499 : 299) + (isMemorable ? 500 : 0);
  return {
    e164: `+91${areaCode}${subscriber}` as E164,
    country: 'IN',
    region,
    voice: true,
    sms: n % 4 === 1,
    setupFee: rupees(isMemorable ? 999 : n % 3 === 0 ? 0 : 199),
    monthlyFee: { ...rupees(monthlyRupees), minorUnits: monthlyRupees * 100 + (n % 2) * 50 },
    minimumCommitmentMonths: isMemorable ? 6 : n % 7 === 3 ? 3 : 0,
    needsAadhaar: n % 6 === 2,
    isForSale: true,
  };
}

/** Digits that look random, yet are always the same. A prime keeps those of neighbours apart. */
function scattered(n: number, digits: number): string {
  const range = 10 ** (digits - 1);
  return `6${String((n * 7_368_787 + 104_729) % range).padStart(digits - 1, '0')}`;
}

/** A few digits, repeated. */
function memorable(n: number, digits: number): string {
  const pair = String(10 + (n % 90));
  return `6${pair.repeat(digits)}`.slice(0, digits);
}

function rupees(amount: number): InventoryNumber['setupFee'] {
  return { minorUnits: amount * 100, currency: 'INR' };
}
