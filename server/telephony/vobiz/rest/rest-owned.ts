import type { Answer, OwnedNumber } from '../../../numbers/number-provider.ts';
import { type Page, readOwned } from './rest-answers.ts';
import type { VobizResponse } from './rest-request.ts';

const PER_PAGE = 100;
/** More pages than an account has numbers for: a server whose list never ends can't keep us. */
const MOST_PAGES = 500;

type FetchPage = (page: number, perPage: number) => Promise<VobizResponse>;
type Sweep =
  | { kind: 'read'; numbers: OwnedNumber[]; isWhole: boolean }
  | { kind: 'failed'; response: VobizResponse };

/**
 * Everything that is owned, page by page. A number that is released meanwhile moves others to pages that were read
 * already, so what is fewer than Vobiz counts is read once more; a second list just the same is believed.
 * @param reason makes a sentence of an answer that is no page
 */
export async function listOwned(
  fetchPage: FetchPage,
  reason: (response: VobizResponse) => string,
): Promise<Answer<OwnedNumber[]>> {
  let before: OwnedNumber[] | undefined;
  for (let sweep = 1; sweep <= 3; sweep++) {
    const read = await sweepOnce(fetchPage);
    if (read.kind === 'failed') {
      const { response } = read;
      const isRefused = response.kind === 'answered' && [401, 403, 404].includes(response.status);
      return { outcome: isRefused ? 'refused' : 'unavailable', reason: reason(response) };
    }
    if (read.isWhole || (before && isSame(before, read.numbers)))
      return { outcome: 'done', value: read.numbers };
    before = read.numbers;
  }
  return {
    outcome: 'unavailable',
    reason: 'Vobiz’s list of the platform’s numbers changed while it was read.',
  };
}

async function sweepOnce(fetchPage: FetchPage): Promise<Sweep> {
  const numbers = new Map<string, OwnedNumber>();
  const totals = new Set<number | undefined>();
  let listed = 0;
  for (let number = 1; number <= MOST_PAGES; number++) {
    const response = await fetchPage(number, PER_PAGE);
    const page =
      response.kind === 'answered' && response.status === 200 ? readOwned(response.body) : undefined;
    if (!page) return { kind: 'failed', response };
    for (const each of page.items) numbers.set(`${each.e164} ${each.releasedAt?.getTime() ?? ''}`, each);
    listed += page.listed;
    totals.add(page.total);
    if (isLast(page, listed)) break;
  }
  const [total] = totals;
  const isWhole = totals.size === 1 && numbers.size >= (total ?? 0);
  return { kind: 'read', numbers: [...numbers.values()], isWhole };
}

function isLast({ listed, total, perPage }: Page<unknown>, listedSoFar: number): boolean {
  if (listed === 0) return true;
  return total === undefined ? listed < (perPage ?? PER_PAGE) : listedSoFar >= total;
}

const names = (numbers: readonly OwnedNumber[]) =>
  numbers
    .map(({ e164 }) => e164)
    .sort()
    .join(' ');
const isSame = (a: readonly OwnedNumber[], b: readonly OwnedNumber[]) => names(a) === names(b);
