import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { CallFilter } from '../../../../server/calls/call.types.ts';
import { CallListService } from '../../../../server/calls/history/call-list.service.ts';
import type { TenantId } from '../../../../server/infra/ids.ts';
import { aDatabase } from '../../../support/database.ts';
import { aTenant } from '../../../support/tenant.ts';
import { anAdminOf } from '../../../support/viewer.ts';

const own = await aDatabase();
const calls = new CallListService(own.database);

/** More than are gone through by time for a page, also where other filters narrow it (0009-search). */
const CALLS = 3_000;
/** The newest are on now. */
const OPEN = 5;

/** In which of the calls, of which the highest is the newest, a word is said. */
const WORDS: Record<string, (n: number) => boolean> = {
  always: () => true,
  common: (n) => n % 2 === 0,
  often: (n) => n % 9 === 0,
  seldom: (n) => n % 130 === 0,
  rare: (n) => n % 701 === 0,
  once: (n) => n === 1_700,
  early: (n) => n <= 150,
  late: (n) => n > CALLS - 20,
  edges: (n) => n <= 4 || n > CALLS - 8,
  // Where going through 1,000 calls ends, and where it does among other filters: sqrt(2,001 × 3,000) further back.
  border: (n) => (n > 1_985 && n <= 2_005) || (n > 540 && n <= 555),
  nowhere: () => false,
};
const textOf = (n: number) =>
  Object.keys(WORDS)
    .filter((word) => WORDS[word]?.(n))
    .join(' ');

type StoredCall = { id: string; at: Date; status: string; words: string[] };
let tenantId: TenantId;
/** Newest first. */
let stored: StoredCall[];

beforeAll(async () => {
  const { id } = await aTenant(own);
  tenantId = id;
  // Their words stand in the index under the same key.
  const neighbour = id.slice(0, 8) + randomUUID().slice(8);
  await own.admin(`insert into tenants (id, slug, name) values ($1, 'neighbour', 'Neighbour')`, [neighbour]);
  const numbers = Array.from({ length: CALLS }, (_, index) => index + 1);
  for (const tenant of [id, neighbour]) {
    // Three at a time start at the same instant.
    await own.admin(
      `with call as (
         insert into calls (tenant_id, provider_call_id, status, started_at, last_heard_at)
         select $1, text, case when n > $4 then 'IN_PROGRESS' when n % 4 = 0 then 'LOST' else 'COMPLETED' end,
                timestamptz '2026-01-01Z' + make_interval(mins => n / 3), now()
           from unnest($2::int[], $3::text[]) told (n, text)
         returning id, started_at, provider_call_id
       )
       insert into turns (tenant_id, call_id, number, speaker, text, at)
       select $1, id, 1, 'CALLER', split_part(provider_call_id, ':', 2), started_at from call`,
      [tenant, numbers, numbers.map((n) => `${n}:${textOf(n)}`), CALLS - OPEN],
    );
  }
  const rows = await own.admin<Omit<StoredCall, 'words'> & { said: string }>(
    `select id, started_at as at, status, split_part(provider_call_id, ':', 2) as said
       from calls where tenant_id = $1 order by started_at desc, id desc`,
    [id],
  );
  stored = rows.map(({ said, ...call }) => ({ ...call, words: said.split(' ') }));
});

/** Everything a filter finds, page by page. */
async function idsOf(filter: CallFilter, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await calls.list(anAdminOf(tenantId).viewer, null, { first, after, filter });
    if (after === null) ids.push(`${await page.totalCount} in all`);
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return ids;
}

/** The same, found by going through all of them. */
function naively({ from, to, status }: CallFilter, says: (words: string[]) => boolean): string[] {
  const ids = stored
    .filter(
      (call) =>
        says(call.words) &&
        (!from || call.at >= from) &&
        (!to || call.at < to) &&
        (!status || call.status === status),
    )
    .map(({ id }) => id);
  return [`${ids.length} in all`, ...ids];
}

type Search = { search: string; says: (words: string[]) => boolean };
const word = fc.constantFrom(...Object.keys(WORDS));
/** How words are sought, and what a call that is found has to say. */
const FORMS: ((one: string, other: string) => Search)[] = [
  (one) => ({ search: one, says: (words) => words.includes(one) }),
  (one) => ({ search: one.slice(0, 3), says: (words) => words.includes(one) }),
  (one) => ({ search: `-${one}`, says: (words) => !words.includes(one) }),
  (one, other) => ({
    search: `${one} ${other}`,
    says: (words) => words.includes(one) && words.includes(other),
  }),
  (one, other) => ({
    search: `${one} or ${other}`,
    says: (words) => words.includes(one) || words.includes(other),
  }),
  (one, other) => ({
    search: `${one} -${other}`,
    says: (words) => words.includes(one) && !words.includes(other),
  }),
  (one, other) => ({
    search: `"${one} ${other}"`,
    says: (words) => words.some((said, index) => said === one && words[index + 1] === other),
  }),
];
const search = fc.tuple(fc.constantFrom(...FORMS), word, word).map(([form, one, other]) => form(one, other));
const instant = fc
  .integer({ min: 0, max: CALLS / 3 })
  .map((minute) => new Date(Date.UTC(2026, 0, 1, 0, minute)));
const times = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  instant.map((from) => ({ from })),
  instant.map((to) => ({ to })),
  fc
    .tuple(instant, instant)
    .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one })),
);
const status = fc.constantFrom({}, {}, { status: 'COMPLETED' as const }, { status: 'IN_PROGRESS' as const });

test('a search finds what going through all calls finds, however rare its words are and wherever they were said', async () => {
  await fc.assert(
    fc.asyncProperty(search, times, status, fc.integer({ min: 60, max: 100 }), async (sought, ...rest) => {
      const [when, state, first] = rest;
      const filter = { search: sought.search, ...when, ...state };
      expect(await idsOf(filter, first)).toEqual(naively(filter, sought.says));
    }),
    { numRuns: 15 },
  );
}, 30_000);

test.each(Object.keys(WORDS))(
  '%j is found in all calls it was said in, and in all of a status',
  async (word) => {
    for (const filter of [{}, { status: 'COMPLETED' as const }]) {
      const found = await idsOf({ ...filter, search: word }, 100);
      expect(found).toEqual(naively(filter, (words) => words.includes(word)));
    }
  },
);

test('the application’s role can’t look words up past its tenant', async () => {
  const others = sql`select * from internal.calls_by_words(
    ${randomUUID()}, 'x'::tsquery, '-infinity', 'infinity', 'infinity', null, 1)`;
  await expect(own.database.inTenant(tenantId, ({ db }) => others.execute(db))).rejects.toThrow(
    'permission denied',
  );
});
