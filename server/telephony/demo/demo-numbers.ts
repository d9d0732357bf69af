import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { listDemoNumbers, numbersInUse } from '../../numbers/inventory/phone-number-lists.store.ts';
import type { InventoryNumber, NumberProvider, OwnedNumber } from '../../numbers/number-provider.ts';
import { DEMO_OFFERS } from './demo-offers.ts';

const COOLDOWN_MS = 24 * 60 * 60_000;
const RELEASE_FEE = { minorUnits: 10_000, currency: 'INR' };
/** There is nothing to send calls to; a name for it keeps the way the same as with Vobiz. */
const APPLICATION = 'demo';
const DONE = { outcome: 'done', value: undefined } as const;

/** The demo market. What is owned is what our own rows say, so that there is nothing else to agree with. */
export function demoNumbers(database: Database, clock: Clock): NumberProvider {
  /** Numbers that are a tenant's for certain. */
  const inUse = async () => new Set(await database.asPlatform(numbersInUse));

  return {
    search: async ({ country, digits = '', page, perPage }) => {
      const taken = await inUse();
      const found = DEMO_OFFERS.filter(
        (offer) => offer.country === country && offer.e164.includes(digits) && !taken.has(offer.e164),
      );
      const items = found.slice((page - 1) * perPage, page * perPage);
      return { outcome: 'done', value: { items, total: found.length } };
    },

    purchase: async (e164) => {
      const offer = offered(e164);
      if (!offer || (await inUse()).has(e164)) {
        return { outcome: 'refused', reason: 'The number is not in the demo inventory.' };
      }
      const { setupFee, monthlyFee } = offer;
      const bill = { setupFee, monthlyFee, nextBillingAt: aMonthAfter(clock.now()) };
      return { outcome: 'bought', number: { e164, applicationId: null, releasedAt: null, ...bill } };
    },

    listOwned: async () => {
      const rows = await database.asPlatform(listDemoNumbers);
      const value = rows.map(
        ({ e164, status, statusSince, monthlyFee, nextBillingAt }): OwnedNumber => ({
          e164,
          applicationId: undefined,
          setupFee: null,
          monthlyFee,
          nextBillingAt,
          releasedAt: status === 'RELEASING' ? statusSince : null,
        }),
      );
      return { outcome: 'done', value };
    },

    release: async () => ({
      outcome: 'released',
      cooldownEndsAt: new Date(clock.now().getTime() + COOLDOWN_MS),
      releaseFee: RELEASE_FEE,
    }),

    cancelRelease: async () => ({ outcome: 'kept' }),
    ensureApplication: async () => ({ outcome: 'done', value: APPLICATION }),
    attach: async () => DONE,
    detach: async () => DONE,
  };
}

const offered = (e164: E164): InventoryNumber | undefined => DEMO_OFFERS.find((each) => each.e164 === e164);

function aMonthAfter(instant: Date): Date {
  const next = new Date(instant);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}
