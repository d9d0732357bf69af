import type { AvailableNumbersQueryVariables, NumberCapability } from '../../graphql/generated/graphql.ts';

/** What a super admin looks for, as the address says it. Empty texts and null: whatever there is. */
export type Filters = {
  /** ISO 3166-1 alpha-2. */
  country: string;
  digits: string;
  region: string;
  capability: NumberCapability | null;
  /** The highest monthly fee, in whole rupees. */
  maxFee: number | null;
  /** Counts from 1. */
  page: number;
};

const COUNTRY = 'IN';
/** The platform's account is in rupees. */
const CURRENCY = 'INR';
export const PER_PAGE = 25;

/** Reads an address that may have been typed by hand: what makes no sense is left out. */
export function readFilters(params: URLSearchParams): Filters {
  const country = params.get('country')?.toUpperCase() ?? '';
  const capability = params.get('capability');
  return {
    country: /^[A-Z]{2}$/.test(country) ? country : COUNTRY,
    digits: (params.get('digits') ?? '').replace(/\D/g, '').slice(0, 15),
    region: (params.get('region') ?? '').slice(0, 100),
    capability: capability === 'VOICE' || capability === 'SMS' ? capability : null,
    maxFee: positive(params.get('maxFee')),
    page: positive(params.get('page')) ?? 1,
  };
}

/** The address that says so; what is as usual is left out of it. */
export function writeFilters({
  country,
  digits,
  region,
  capability,
  maxFee,
  page,
}: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (country !== COUNTRY) params.set('country', country);
  if (digits) params.set('digits', digits);
  if (region) params.set('region', region);
  if (capability) params.set('capability', capability);
  if (maxFee !== null) params.set('maxFee', `${maxFee}`);
  if (page > 1) params.set('page', `${page}`);
  return params;
}

/** What the server is asked. */
export function variablesOf(filters: Filters): AvailableNumbersQueryVariables {
  const { country, digits, region, capability, maxFee, page } = filters;
  return {
    country,
    page,
    perPage: PER_PAGE,
    search: digits || null,
    region: region.trim() || null,
    capability,
    maxMonthlyFee: maxFee === null ? null : { minorUnits: maxFee * 100, currency: CURRENCY },
  };
}

function positive(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : null;
}
