/** Minor units (paise, cents) of an ISO 4217 currency. */
export type Money = { minorUnits: number; currency: string };

/** GraphQL's Int, and the column that holds it. */
const MOST_MINOR_UNITS = 2_147_483_647;
/** 1e21 and above is written with an exponent by JavaScript; no fee is. */
const DECIMAL = /^(\d{1,12})(?:\.(\d{1,20}))?$/;

/**
 * An amount in major units with decimals, as Vobiz states fees (docs.vobiz.ai, "Phone numbers"): 499.5 INR, as a
 * JSON number or as text, is 49,950 paise. Digit by digit, so no binary fraction ever stands in between.
 * @returns undefined for what is no amount of that currency, such as a tenth of a paisa, or is too large to be a fee
 */
export function readMoney(majorUnits: string | number, currency: string): Money | undefined {
  const digits = minorDigits(currency);
  // JavaScript writes a number with the fewest digits that tell it apart: 499.5 stays "499.5".
  const [, whole, fraction = ''] = DECIMAL.exec(String(majorUnits).trim()) ?? [];
  if (whole === undefined || digits === undefined) return undefined;
  if (/[1-9]/.test(fraction.slice(digits))) return undefined;
  const minorUnits = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, '0')}`);
  return minorUnits <= MOST_MINOR_UNITS ? { minorUnits, currency } : undefined;
}

/** An amount as people read it: ₹499.50. */
export function moneyText(money: Money): string {
  const digits = minorDigits(money.currency) ?? 2;
  const style = { style: 'currency', currency: money.currency, minimumFractionDigits: digits } as const;
  return new Intl.NumberFormat('en-IN', { ...style, maximumFractionDigits: digits }).format(
    moneyDecimal(money) as Intl.StringNumericLiteral,
  );
}

/** An amount in major units as spreadsheets read it: 499.50. */
export function moneyDecimal({ minorUnits, currency }: Money): string {
  const digits = minorDigits(currency) ?? 2;
  const text = String(Math.abs(minorUnits)).padStart(digits + 1, '0');
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`}`;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));
/** Of ISO 4217, "Minor unit"; all other currencies have two. Intl rounds some as cash is rounded, so it isn't asked. */
const WITHOUT_MINOR_UNIT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' ');
const WITH_THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND'.split(' ');

/** @returns undefined for what is no ISO 4217 code in capitals */
function minorDigits(currency: string): number | undefined {
  if (!CURRENCIES.has(currency)) return undefined;
  if (WITHOUT_MINOR_UNIT.includes(currency)) return 0;
  return WITH_THREE_DIGITS.includes(currency) ? 3 : 2;
}

/** The sum by currency, in the currencies' order; amounts of different currencies are never added. */
export function sumByCurrency(amounts: readonly Money[]): Money[] {
  const sums = new Map<string, number>();
  for (const { minorUnits, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minorUnits);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minorUnits]) => ({ minorUnits, currency }));
}

/** Millionths of the major unit: calls cost fractions of a paisa, which only a sum may round. */
const MICRO_DIGITS = 6;
/** Beyond that JavaScript doesn't count exactly; no account holds that much. */
const MOST_MICROS = 1e15;

/**
 * An amount in major units with decimals, as text or as a JSON number, in millionths: 0.4567 is 456,700. Digits after
 * the sixth are cut. A balance may be below zero.
 * @returns undefined for what is no amount
 */
export function readMicros(majorUnits: string | number): number | undefined {
  const [, sign = '', whole, fraction = ''] =
    /^(-?)(\d{1,12})(?:\.(\d{1,20}))?$/.exec(String(majorUnits).trim()) ?? [];
  if (whole === undefined) return undefined;
  const micros = Number(`${whole}${fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0')}`);
  if (micros > MOST_MICROS) return undefined;
  return sign === '-' && micros > 0 ? -micros : micros;
}

/** Rounded to whole minor units, halves away from zero, within what a `Money` can hold. */
export function moneyOfMicros(micros: number, currency: string): Money {
  const perMinorUnit = 10 ** (MICRO_DIGITS - (minorDigits(currency) ?? 2));
  const rounded = Math.sign(micros) * Math.round(Math.abs(micros) / perMinorUnit);
  return { minorUnits: Math.max(-MOST_MINOR_UNITS, Math.min(rounded, MOST_MINOR_UNITS)), currency };
}

/** An ISO 4217 code in capitals; undefined for anything else. */
export function readCurrency(told: string): string | undefined {
  const code = told.trim().toUpperCase();
  return CURRENCIES.has(code) ? code : undefined;
}
