/** GraphQL's Int. */
const MOST_PAISE = 2_147_483_647;

/** @returns paise; null for nothing but blanks, undefined for what is no amount of rupees */
export function paiseIn(typed: string): number | null | undefined {
  const text = typed.replaceAll(/[\s,₹]/g, '');
  if (text === '') return null;
  const [, rupees, paise = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (rupees === undefined) return undefined;
  const amount = Number(`${rupees}${paise.padEnd(2, '0')}`);
  return amount <= MOST_PAISE ? amount : undefined;
}

/** As it is typed: 1000, or 499.50. */
export const rupeesOf = (paise: number | null): string =>
  paise === null ? '' : (paise / 100).toFixed(paise % 100 === 0 ? 0 : 2);
