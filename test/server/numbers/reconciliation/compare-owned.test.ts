import { expect, test } from 'vitest';
import type { OwnedNumber } from '../../../../server/numbers/number-provider.ts';
import { orderBudgets } from '../../../../server/numbers/orders/order-budgets.ts';
import { compareOwned } from '../../../../server/numbers/reconciliation/compare-owned.ts';
import { e164 } from '../situation.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const EARLIER = new Date('2026-11-20T10:00:00Z');
const LATER = new Date('2026-11-28T10:00:00Z');

const number = {
  id: 'n1',
  e164: e164(1),
  status: 'ACTIVE' as const,
  statusSince: EARLIER,
  applicationId: 'app-1',
  cooldownEndsAt: null,
  lostSince: null,
  monthlyFee: { minorUnits: 49_950, currency: 'INR' },
  nextBillingAt: LATER,
};
const releasing = { ...number, status: 'RELEASING' as const, cooldownEndsAt: LATER };
const listed: OwnedNumber = {
  e164: e164(1),
  applicationId: 'app-1',
  setupFee: null,
  monthlyFee: { minorUnits: 49_950, currency: 'INR' },
  nextBillingAt: LATER,
  releasedAt: null,
};
const givenBack = { ...listed, releasedAt: EARLIER, applicationId: null };

const kinds = (
  ours: Parameters<typeof compareOwned>[0]['ours'][number],
  owned: OwnedNumber[],
  ordered: string[] = [],
) => {
  const known = { ours: [ours], known: new Set<string>([ours.e164]), ordered: new Set(ordered) };
  return compareOwned(known, { startedAt: NOW, owned }, orderBudgets).discrepancies.map(({ kind }) => kind);
};

test.each([
  ['is as we have it', number, [listed], []],
  ['is not listed', number, [], ['lost']],
  ['was given back behind our back', number, [givenBack], ['lost']],
  ['is known to be lost', { ...number, lostSince: EARLIER }, [], []],
  ['was lost and is there again', { ...number, lostSince: EARLIER }, [listed], ['back']],
  ['is attached elsewhere', number, [{ ...listed, applicationId: 'app-2' }], ['astray']],
  ['is attached to nothing', number, [{ ...listed, applicationId: null }], ['astray']],
  ['is attached, to what isn’t told', number, [{ ...listed, applicationId: undefined }], []],
  [
    'is just being attached',
    { ...number, status: 'PROVISIONING' as const },
    [{ ...listed, applicationId: null }],
    [],
  ],
  ['is billed later', number, [{ ...listed, nextBillingAt: NOW }], ['billed']],
  ['costs more', number, [{ ...listed, monthlyFee: { minorUnits: 1, currency: 'INR' } }], ['billed']],
  ['changed while the list was fetched', { ...number, statusSince: NOW }, [], []],
  ['cools down', releasing, [givenBack], []],
  ['cools down and isn’t listed', releasing, [], []],
  ['has cooled down', { ...releasing, cooldownEndsAt: NOW }, [givenBack], ['over']],
  ['is gone, and nobody told until when it cools down', { ...releasing, cooldownEndsAt: null }, [], ['over']],
  ['is still listed, and nobody told until when', { ...releasing, cooldownEndsAt: null }, [givenBack], []],
  ['is ours again', releasing, [listed], ['kept after all']],
  [
    'is ours in a list that lags',
    { ...releasing, statusSince: new Date(NOW.getTime() - 30_000) },
    [listed],
    [],
  ],
])('a number that %s', (_, ours, owned, expected) => {
  expect(kinds(ours, owned)).toEqual(expected);
});

test('a number with an open order is left to the order', () => {
  expect(kinds(number, [], [number.e164])).toEqual([]);
});

test('what no tenant has is found, unless it was given back', () => {
  const owned = [listed, { ...listed, e164: e164(2) }, { ...givenBack, e164: e164(3) }];
  const known = { ours: [], known: new Set<string>([e164(1)]), ordered: new Set<string>() };
  const { found } = compareOwned(known, { startedAt: NOW, owned }, orderBudgets);
  expect(found.map((each) => each.e164)).toEqual([e164(2)]);
});
