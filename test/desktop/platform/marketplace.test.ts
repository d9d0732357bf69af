import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, expectUsable, type Looks, WIDTHS } from '../console.ts';

const KEY = 'vobiz-secret-api-key-9876';

const vobiz = await FakeVobiz.start({ authToken: KEY });
const { kaivox, signedIn } = await aConsole({ env: { VOBIZ_API_URL: vobiz.baseUrl } });
afterAll(() => vobiz.stop());
const token = await kaivox.graphql.signIn(ADMIN);

beforeEach(async () => {
  vobiz.recover();
  await connect();
});

/** With null for both, the marketplace is the demo one. */
async function connect(vobizAppId: string | null = vobiz.authId, vobizApiKey: string | null = KEY) {
  const { errors } = await kaivox.graphql(
    'mutation ($input: UpdatePlatformSettingsInput!) { updatePlatformSettings(input: $input) { updatedAt } }',
    { token, variables: { input: { vobizAppId, vobizApiKey } } },
  );
  expect(errors).toBeUndefined();
}

let offered = 0;
/** A number that no other test has anything to do with. */
function anOffer(terms: Parameters<typeof vobiz.account.offer>[1] = {}) {
  offered += 1;
  const e164 = `+9180471${String(offered).padStart(5, '0')}`;
  vobiz.account.offer(e164, { setupFee: 100, monthlyFee: 499.5, ...terms });
  return { e164, shown: `${e164.slice(0, 3)} ${e164.slice(3, 8)} ${e164.slice(8)}`, digits: e164.slice(1) };
}

async function theMarketplace(address = '', looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, looks);
  await page.goto(`${kaivox.url}/marketplace${address}`);
  await page.getByRole('heading', { name: 'Marketplace', level: 1 }).waitFor();
  return page;
}

/** Up to where it is bought with the next click. */
async function aboutToBuy({ digits, shown }: ReturnType<typeof anOffer>, looks?: Looks) {
  const page = await theMarketplace(`?digits=${digits}`, looks);
  await page.getByRole('button', { name: `Buy ${shown}` }).click();
  const dialog = page.getByRole('dialog', { name: `Buy ${shown}` });
  return { page, dialog, buy: dialog.getByRole('button', { name: /^Buy for/ }) };
}

const untilOffers = (page: Page, count: number) =>
  expect.poll(() => page.getByRole('button', { name: /^Buy/ }).count(), { timeout: 20_000 }).toBe(count);

const debitsFor = (e164: string) => vobiz.account.ledger.filter((debit) => debit.e164 === e164);

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a number is found, bought at the fees that were seen, and answers calls', async () => {
    const offer = anOffer({ region: 'Kerala', commitmentMonths: 6, needsAadhaar: true, sms: true });
    const page = await theMarketplace('', { width });
    await page.getByRole('textbox', { name: 'Digits' }).fill(offer.digits);
    await page.waitForURL(`**/marketplace?digits=${offer.digits}`);
    await page.getByText('1 number', { exact: true }).waitFor();
    await page.getByText('At least 6 months · Aadhaar needed').waitFor();
    await page.getByText('₹100.00 set-up').waitFor();
    await page.getByText('+ ₹499.50 a month').waitFor();
    await expectUsable(page);

    await page.getByRole('button', { name: `Buy ${offer.shown}` }).click();
    const dialog = page.getByRole('dialog', { name: `Buy ${offer.shown}` });
    await dialog.getByText("For Pragati Women's Hospital: ₹100.00 once, and ₹499.50 each month.").waitFor();
    await dialog.getByRole('row', { name: 'Due now: set-up and first month ₹599.50' }).waitFor();
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Buy for ₹599.50' }).click();

    await dialog.getByText('Connected: it answers calls').waitFor();
    expect(debitsFor(offer.e164)).toHaveLength(1);
    await dialog.getByRole('link', { name: 'Go to the numbers' }).click();
    await page.getByRole('heading', { name: offer.shown, level: 2 }).waitFor();
  });

  test('orders tell who, when, what and which fee, with the monthly cost, and go into a spreadsheet', async () => {
    const offer = anOffer();
    const { dialog, page, buy } = await aboutToBuy(offer, { width });
    await buy.click();
    await dialog.getByText('Connected: it answers calls').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    await page.getByRole('link', { name: 'Orders and cost' }).click();
    await page.getByRole('heading', { name: 'Orders and cost', level: 1 }).waitFor();
    const orders = page.getByRole('region', { name: 'Orders' });
    const order = orders.getByRole(width < 1000 ? 'listitem' : 'row').filter({ hasText: offer.shown });
    await order.getByText('₹100.00 once + ₹499.50 a month').waitFor();
    for (const part of ['Purchase', 'Pragati Women', ADMIN.email, 'Succeeded']) {
      expect(await order.textContent()).toContain(part);
    }
    const costs = page.getByRole('table', { name: 'Monthly cost' });
    await costs.getByRole('row', { name: /In total .*₹/ }).waitFor();
    await expectUsable(page);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^kaivox-orders-\d{4}-\d\d-\d\d\.csv$/);
    await page.getByText('The orders are saved as').waitFor();
  });
});

test('what is looked for stands in the address, and comes back with it', async () => {
  for (let n = 0; n < 30; n++) anOffer({ region: 'Assam', monthlyFee: n === 0 ? 900 : 299 });
  anOffer({ region: 'Odisha' });
  const page = await theMarketplace();
  await page.getByRole('textbox', { name: 'Region' }).fill('assam');
  await page.getByRole('textbox', { name: 'Monthly fee up to' }).fill('500');
  await page.getByText('29 numbers').waitFor();
  await page.getByRole('button', { name: 'Page 2' }).click();
  await page.waitForURL('**/marketplace?region=assam&maxFee=500&page=2');
  await untilOffers(page, 4);

  await page.reload();
  await untilOffers(page, 4);
  expect(await page.getByRole('textbox', { name: 'Region' }).inputValue()).toBe('assam');
  await page.goBack();
  await untilOffers(page, 25);

  await page.getByRole('combobox', { name: 'Capability' }).selectOption('SMS');
  await page.getByText('No number fits.').waitFor();
  await page.getByRole('button', { name: 'Clear' }).click();
  await page.waitForURL('**/marketplace');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Region' }).inputValue(), { timeout: 20_000 })
    .toBe('');
});

test('an answer that is lost is asked for again, and nothing is paid twice', async () => {
  const offer = anOffer();
  const { page, dialog, buy } = await aboutToBuy(offer);
  const keys: unknown[] = [];
  await page.route('**/graphql', async (route) => {
    const { operationName, variables } = route.request().postDataJSON();
    if (operationName !== 'PurchaseNumber') return route.fallback();
    keys.push(variables.input.idempotencyKey);
    if (keys.length > 1) return route.fallback();
    await route.fetch();
    return route.abort('aborted');
  });

  await buy.click();
  await dialog.getByText('The server’s answer was lost.').waitFor();
  await dialog.getByRole('button', { name: 'Ask again' }).click();

  await dialog.getByText('Connected: it answers calls').waitFor();
  expect(keys).toEqual([keys[0], keys[0]]);
  expect(debitsFor(offer.e164)).toHaveLength(1);
});

test('an order that Vobiz tells nothing about yet says so, and is kept up to date until it is settled', async () => {
  const offer = anOffer();
  vobiz.fail('purchase', { cut: true, work: true });
  vobiz.fail('owned', { status: 503 }, { times: 1_000 });
  const { page, dialog, buy } = await aboutToBuy(offer);

  await buy.click();
  await dialog.getByText('Whether it was bought is being found out; nothing is paid twice').waitFor();
  await dialog.getByText('This is kept up to date.').waitFor();
  await expectUsable(page);
  vobiz.recover();

  await dialog.getByText('Connected: it answers calls').waitFor({ timeout: 40_000 });
  expect(debitsFor(offer.e164)).toHaveLength(1);
});

test('a fee that has changed since it was seen ends the order, and nothing is bought', async () => {
  const offer = anOffer();
  const { dialog, buy } = await aboutToBuy(offer);
  vobiz.account.offer(offer.e164, { setupFee: 100, monthlyFee: 999 });

  await buy.click();

  await dialog.getByText('Not bought', { exact: true }).waitFor();
  await dialog
    .getByText(/fee|price/i)
    .first()
    .waitFor();
  expect(debitsFor(offer.e164)).toEqual([]);
});

test('a number that is bought and can’t be connected says why, and is tried again', async () => {
  const offer = anOffer();
  vobiz.fail('attach', { status: 500, message: 'Switch is down' }, { times: 1_000 });
  const { page, dialog, buy } = await aboutToBuy(offer);
  await buy.click();
  await dialog.getByText('Bought, but not connected yet; it is tried again by itself').waitFor();
  await dialog.getByText('Switch is down').waitFor();
  await dialog.getByRole('link', { name: 'Go to the numbers' }).click();
  const card = page.getByRole('listitem').filter({ hasText: offer.shown });
  await card.getByText('Switch is down').waitFor();
  await card.getByText('Provisioning').waitFor();
  await expectUsable(page);

  vobiz.recover();
  await card.getByRole('button', { name: 'Try to connect it now' }).click();

  await card.getByText('Active').waitFor();
});

test('a number that the account turns out to have is given to a business; one that is missing is told', async () => {
  const bought = anOffer();
  const { page, dialog, buy } = await aboutToBuy(bought);
  await buy.click();
  await dialog.getByText('Connected: it answers calls').waitFor();
  vobiz.account.owned.delete(bought.e164);
  vobiz.account.own('+918047199999');

  await page.goto(`${kaivox.url}/marketplace/account`);
  await page.getByRole('button', { name: 'Compare now' }).click();
  const lost = page.getByRole('region', { name: 'Lost' });
  await lost.getByText(bought.shown).waitFor();
  await expectUsable(page);
  await page.getByRole('button', { name: 'Give to a business: +91 80471 99999' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give', exact: true }).click();

  await page.getByText('+91 80471 99999 now belongs to Pragati').waitFor();
  await page.getByText('None: every number of the account has its business.').waitFor();
});

test('without credentials the numbers are demo ones, and say so everywhere', async () => {
  await connect(null, null);
  const page = await theMarketplace('?digits=9140', { colorScheme: 'dark' });
  await page.getByText('These are demo numbers').waitFor();
  await page.getByRole('button', { name: /^Buy/ }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('A demo number: nothing is really paid').waitFor();
  await dialog.getByRole('button', { name: 'Buy the demo number' }).click();
  await dialog.getByText('Connected: it answers calls').waitFor();
  await page.goto(`${kaivox.url}/marketplace/orders`);
  await page.getByText('These are demo numbers: nothing is really paid.').waitFor();
  await page.getByRole('link', { name: 'Numbers at Vobiz' }).click();
  await page.getByText('there is nothing to compare').waitFor();
  await expectUsable(page);
});

test('an owner buys nothing; only a super admin does', async () => {
  const page = await signedIn(RECEPTION);
  await page.goto(`${kaivox.url}/marketplace`);
  await page.getByRole('alert').getByText('Your account may not do this.').waitFor();
});
