import { AppError, badInput } from '../../infra/app-error.ts';
import type { Clock } from '../../infra/clock.ts';
import type { InventoryNumber, InventoryPage } from '../number-provider.ts';
import { type InventoryFilter, isWanted } from './inventory-filter.ts';
import type { Market, Markets } from './market.ts';

export type InventorySearch = InventoryFilter & {
  country: string;
  /** Digits that the number contains, as a super admin typed them. */
  search: string | null | undefined;
  page: number;
  perPage: number;
};

/** Offers on a page, and of how many; `total` counts also what isn't for sale, where the provider counts. */
export type OfferPage = {
  items: InventoryNumber[];
  page: number;
  perPage: number;
  total: number;
  demo: boolean;
};

const PER_REQUEST = 100;
/** A filter that the provider doesn't know is applied to so many numbers at most. */
const MOST_SCANNED = 2_000;
/** A super admin who pages through filtered offers doesn't have all of them fetched for each page. */
const REMEMBERED_MS = 30_000;

type Remembered = { key: string; until: number; offers: InventoryNumber[] };

/** Browses what is for sale. */
export class MarketplaceService {
  #remembered: Remembered | undefined;

  constructor(
    private readonly markets: Markets,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError BAD_USER_INPUT, or PROVIDER_UNAVAILABLE where the provider can't be asked */
  async search(search: InventorySearch): Promise<OfferPage> {
    const { page, perPage } = search;
    if (!Number.isInteger(page) || page < 1 || page > 100_000) throw badInput('page', 'page counts from 1.');
    if (!Number.isInteger(perPage) || perPage < 1 || perPage > PER_REQUEST) {
      throw badInput('perPage', `perPage must be a whole number from 1 to ${PER_REQUEST}.`);
    }
    const country = readCountry(search.country);
    const digits = readDigits(search.search);
    const market = await this.markets.current();
    const isFiltered = Boolean(search.region || search.capability || search.maxMonthlyFee);
    if (!isFiltered) {
      const { items, total } = await ask(market, { country, digits, page, perPage });
      return { items: items.filter(({ isForSale }) => isForSale), page, perPage, total, demo: market.demo };
    }
    const wanted = (await this.#scan(market, country, digits)).filter((offer) => isWanted(offer, search));
    const items = wanted.slice((page - 1) * perPage, page * perPage);
    return { items, page, perPage, total: wanted.length, demo: market.demo };
  }

  /** Everything for sale, up to MOST_SCANNED numbers. */
  async #scan(market: Market, country: string, digits: string | undefined): Promise<InventoryNumber[]> {
    const key = JSON.stringify([market.account, country, digits]);
    const now = this.clock.now().getTime();
    if (this.#remembered?.key === key && this.#remembered.until > now) return this.#remembered.offers;
    const offers: InventoryNumber[] = [];
    for (let page = 1; page <= MOST_SCANNED / PER_REQUEST; page++) {
      const { items, total } = await ask(market, { country, digits, page, perPage: PER_REQUEST });
      offers.push(...items.filter(({ isForSale }) => isForSale));
      if (page * PER_REQUEST >= total) break;
    }
    // Demo offers cost nothing to ask for, and change with what is bought here.
    if (!market.demo) this.#remembered = { key, until: now + REMEMBERED_MS, offers };
    return offers;
  }
}

async function ask(
  { provider }: Market,
  query: Parameters<Market['provider']['search']>[0],
): Promise<InventoryPage> {
  const answer = await provider.search(query);
  if (answer.outcome === 'done') return answer.value;
  throw new AppError('PROVIDER_UNAVAILABLE', answer.reason);
}

function readCountry(typed: string): string {
  const country = typed.trim().toUpperCase();
  if (/^[A-Z]{2}$/.test(country)) return country;
  throw badInput('country', 'country must be a country’s two letters, such as IN.');
}

function readDigits(typed: string | null | undefined): string | undefined {
  const digits = (typed ?? '').replace(/[\s+()-]/g, '');
  if (!/^\d{0,15}$/.test(digits)) throw badInput('search', 'search must be up to 15 digits.');
  return digits || undefined;
}
