import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { E164 } from '../../infra/phone-number.ts';
import { type Money, moneyText } from '../money.ts';
import type { Answer, InventoryNumber, NumberProvider } from '../number-provider.ts';

type Fees = { setupFee: Money; monthlyFee: Money };

/** What a number is offered for at the moment; undefined where it isn't listed. */
export async function findOffer(
  provider: NumberProvider,
  e164: E164,
): Promise<Answer<InventoryNumber | undefined>> {
  const country = parsePhoneNumberFromString(e164)?.country ?? 'IN';
  const found = await provider.search({ country, digits: e164.slice(1), page: 1, perPage: 25 });
  if (found.outcome !== 'done') return found;
  return { outcome: 'done', value: found.value.items.find((item) => item.e164 === e164) };
}

/** Why an offer isn't to be taken by an admin who agreed to the fees `seen`, as a sentence. */
export function objection(
  offer: Answer<InventoryNumber | undefined>,
  seen: Fees | undefined,
): string | undefined {
  if (offer.outcome !== 'done') return `Its price couldn’t be confirmed: ${offer.reason}`;
  if (!offer.value?.isForSale) return 'The number is no longer for sale.';
  const { setupFee, monthlyFee } = offer.value;
  if (!seen || (isSame(setupFee, seen.setupFee) && isSame(monthlyFee, seen.monthlyFee))) return undefined;
  return `Its price has changed: it now costs ${moneyText(setupFee)} once and ${moneyText(monthlyFee)} a month.`;
}

const isSame = (a: Money, b: Money) => a.currency === b.currency && a.minorUnits === b.minorUnits;
