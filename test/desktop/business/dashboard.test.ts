import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Telephone } from '../../phone/telephone.ts';
import { ADMIN } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

type Business = Awaited<ReturnType<typeof aTenant>>;

let callers = 0;
async function aCallTo({ slug }: Business, ...words: string[]): Promise<Telephone> {
  callers += 1;
  const phone = kaivox.phone({ tenant: slug, from: `+9196666${String(callers).padStart(5, '0')}` });
  await phone.dial();
  for (const said of words) await phone.say(said);
  return phone;
}

async function theDashboardOf({ name }: Business, looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, looks);
  await page.getByRole('combobox', { name: 'Business' }).selectOption(name);
  await page.getByRole('heading', { name: 'Calls by day', level: 2 }).waitFor();
  return page;
}

const part = (page: Page, name: string) => page.getByRole('region', { name });
/** What stands below a figure's name. */
const figure = (page: Page, name: string) =>
  eventually(() => page.getByText(name, { exact: true }).locator('..').textContent());

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a call that goes on is read along, and counted when it is over', async () => {
    const business = await aTenant(kaivox.database, { name: `Mango Dental ${width}` });
    const page = await theDashboardOf(business, { width });
    const now = part(page, 'Going on now');
    await now.getByText('Nobody is on the line at the moment.').waitFor();

    const phone = await aCallTo(business, 'I am very happy with you, thank you! When are you open?');
    await now.getByText('1 call is going on.').waitFor();
    await now.getByText('When are you open?').waitFor();
    await phone.say('Where are you?');
    await now.getByText('Where are you?').waitFor();
    await figure(page, 'Calls today').toContain('10 answered');
    await expectUsable(page);
    await phone.hangUp();

    await now.getByText('Nobody is on the line at the moment.').waitFor();
    await figure(page, 'Calls today').toContain('11 answered, 0 missed');
    await part(page, 'What callers want').getByRole('link', { name: 'Opening hours' }).waitFor();
    await expectUsable(page);
  });

  test('figures lead to their calls', async () => {
    const business = await aTenant(kaivox.database, { name: `Neem Clinic ${width}` });
    const phone = await aCallTo(business, 'I am very angry. This is terrible, I want to speak to a person.');
    await phone.hangUp();
    await (await aCallTo(business)).hangUp();
    const page = await theDashboardOf(business, { width });

    await figure(page, 'Calls in 30 days').toContain('21 answered, 1 missed');
    await part(page, 'Follow-ups due').getByRole('listitem').first().waitFor();
    await part(page, 'What callers want').getByRole('link', { name: 'Wants a person' }).click();

    await page.waitForURL('**/calls?intent=SPEAK_TO_HUMAN');
    await page.getByRole('status').getByText('1 call', { exact: true }).waitFor();
  });
});

test('questions without an answer, and who calls again, are told', async () => {
  const business = await aTenant(kaivox.database, { name: 'Lotus Opticians' });
  const call = async () => {
    const phone = kaivox.phone({ tenant: business.slug, from: '+919655500001' });
    await phone.dial();
    await phone.say('Do you repair violins?');
    await phone.hangUp();
  };
  await call();
  await call();
  const page = await theDashboardOf(business);

  await eventually(() => part(page, 'Unanswered questions').textContent()).toMatch(/violins.*In 2 calls/i);
  await eventually(() => part(page, 'Who calls again').textContent()).toContain('+91 96555 000012 calls');
});

test('days and hours are told to those who cannot see the bars', async () => {
  const business = await aTenant(kaivox.database, { name: 'Tulsi Foods' });
  await (await aCallTo(business, 'Where are you?')).hangUp();
  const page = await theDashboardOf(business, { colorScheme: 'dark' });

  const days = page.getByRole('list', { name: 'Calls by day' }).getByRole('listitem');
  await eventually(() => days.last().textContent()).toContain('1 call, 1 answered, 0 missed');
  expect(await days.count()).toBe(30);
  const hours = page.getByRole('list', { name: 'Busiest hours' }).getByRole('listitem');
  expect(await hours.count()).toBe(24);
  await expectUsable(page);
});
