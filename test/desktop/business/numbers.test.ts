import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, expectUsable, type Looks, WIDTHS } from '../console.ts';

const OWN_KEY = 'own-number-auth-token-5432';
const STAFF = { email: 'desk@pragati.example', password: 'copper garden lantern' };
const SEEDED = '+91 79715 43252';

const { kaivox, signedIn } = await aConsole();
const token = await kaivox.graphql.signIn(ADMIN);
const [pragati] = await kaivox.database.admin<{ id: string }>(
  `select id from tenants where slug = 'pragati'`,
);
if (!pragati) throw new Error('There is no demo tenant');

/** The demo tenant has but its seeded number when each test begins. */
beforeEach(async () => {
  await kaivox.database.admin('delete from number_orders');
  await kaivox.database.admin(`delete from phone_numbers where e164 <> '+917971543252'`);
});

async function asAdmin(query: string, input: object) {
  const { data, errors } = await kaivox.graphql(query, { token, variables: { input } });
  expect(errors).toBeUndefined();
  return data;
}

/** A number of the demo marketplace, bought for Pragati. */
async function aBoughtNumber(): Promise<string> {
  const data = await asAdmin(
    'mutation ($input: PurchaseNumberInput!) { purchaseNumber(input: $input) { e164 status } }',
    { e164: '+914061010101', tenantId: pragati?.id, idempotencyKey: crypto.randomUUID() },
  );
  expect(data).toMatchObject({ purchaseNumber: { status: 'SUCCEEDED' } });
  return '+91 40610 10101';
}

async function theNumbers(user: typeof ADMIN, looks?: Looks): Promise<Page> {
  const page = await signedIn(user, looks);
  await page.goto(`${kaivox.url}/numbers`);
  await page.getByRole('heading', { name: SEEDED, level: 2 }).waitFor();
  return page;
}

const cardOf = (page: Page, number: string) => page.getByRole('listitem').filter({ hasText: number });

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a number of one’s own is added, labelled and removed, with the number typed first', async () => {
    const page = await theNumbers(RECEPTION, { width });
    await page.getByRole('button', { name: 'Add number' }).click();
    const adding = page.getByRole('dialog', { name: 'Add a number of your own' });
    await adding.getByRole('textbox', { name: 'Phone number' }).fill('98765 43210');
    await adding.getByRole('button', { name: 'Add number' }).click();
    await adding.getByText('Type the number with + and its country code').waitFor();
    await expectUsable(page);
    await adding.getByRole('textbox', { name: 'Phone number' }).fill('+91 98765 43210');
    await adding.getByRole('textbox', { name: 'Provider API key' }).fill(OWN_KEY);
    await adding.getByRole('button', { name: 'Add number' }).click();
    await page.getByText('+91 98765 43210 is added.').waitFor();
    const card = cardOf(page, '+91 98765 43210');
    await card.getByText('Stored').waitFor();

    await card.getByRole('button', { name: 'Edit +91 98765 43210' }).click();
    const editing = page.getByRole('dialog', { name: 'Edit +91 98765 43210' });
    expect(await editing.getByRole('textbox', { name: 'Provider API key' }).inputValue()).toBe('');
    await editing.getByRole('textbox', { name: 'Label' }).fill('Front desk');
    await editing.getByRole('button', { name: 'Save' }).click();
    await card.getByText('Front desk').waitFor();
    await card.getByText('Stored').waitFor();
    expect(await page.content()).not.toContain(OWN_KEY);

    await card.getByRole('button', { name: 'Remove +91 98765 43210' }).click();
    const removing = page.getByRole('dialog', { name: 'Remove +91 98765 43210?' });
    const remove = removing.getByRole('button', { name: 'Remove the number' });
    await removing.getByRole('textbox', { name: 'Type the number' }).fill('+91 98765 43211');
    expect(await remove.isDisabled()).toBe(true);
    await removing.getByRole('textbox', { name: 'Type the number' }).fill('+919876543210');
    await remove.click();
    await page.getByRole('region', { name: 'Released numbers' }).getByText('+91 98765 43210').waitFor();
    await page.getByRole('heading', { name: 'Webhook addresses' }).waitFor();
    await expectUsable(page);
  });

  test('a bought number is released once it was typed, and kept while the cooldown lasts', async () => {
    const number = await aBoughtNumber();
    const page = await theNumbers(ADMIN, { width });
    const card = cardOf(page, number);
    await card.getByText('₹999.00 a month').waitFor();
    await card.getByText('Next billing').waitFor();

    await card.getByRole('button', { name: `Release ${number}` }).click();
    const dialog = page.getByRole('dialog', { name: `Release ${number}?` });
    await dialog.getByRole('textbox', { name: 'Type the number' }).fill(number);
    await dialog.getByRole('button', { name: 'Release the number' }).click();
    await dialog.getByText('Released', { exact: true }).waitFor();
    await dialog.getByText('Release fee: ₹100.00').waitFor();
    await dialog.getByRole('button', { name: 'Close' }).last().click();

    await card.getByText('Releasing').waitFor();
    await card.getByText(/The number can be kept until .*; after that it is gone\./).waitFor();
    await card.getByText('Release fee: ₹100.00').waitFor();
    await expectUsable(page);
    await card.getByRole('button', { name: 'Cancel the release' }).click();
    await page.getByText(`The release is cancelled: ${number} stays.`).waitFor();
    await card.getByText('Active').waitFor();
  });
});

test('the addresses for the Vobiz portal can be copied', async () => {
  const page = await theNumbers(RECEPTION);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: kaivox.url });
  const addresses = page.getByRole('region', { name: 'Webhook addresses' });
  for (const [name, path] of [
    ['Answer URL', 'answer'],
    ['Input URL', 'input'],
    ['Hangup URL', 'hangup'],
  ] as const) {
    await addresses.getByRole('button', { name: `Copy: ${name}` }).click();
    await addresses.getByRole('button', { name: `Copied: ${name}` }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `${kaivox.url}/api/vobiz/pragati/${path}`,
    );
  }
});

test('a number that a business has already is refused at its field, and nothing typed is lost', async () => {
  const page = await theNumbers(RECEPTION);
  await page.getByRole('button', { name: 'Add number' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Phone number' }).fill(SEEDED);
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Front desk');

  await dialog.getByRole('button', { name: 'Add number' }).click();

  await dialog.getByText('This number is already in use here.').waitFor();
  const field = dialog.getByRole('textbox', { name: 'Phone number' });
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await dialog.getByRole('textbox', { name: 'Label' }).inputValue()).toBe('Front desk');
});

test('a tenant’s admin gives no bought number back, and its staff only look', async () => {
  const number = await aBoughtNumber();
  await asAdmin('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    ...STAFF,
    name: 'Desk',
    role: 'TENANT_STAFF',
    tenantId: pragati.id,
  });
  const admins = await theNumbers(RECEPTION);
  await cardOf(admins, number).getByText('The platform’s administrator can release this number.').waitFor();
  expect(await admins.getByRole('button', { name: /^Release/ }).count()).toBe(0);

  const staffs = await theNumbers(STAFF, { colorScheme: 'dark' });
  await expectUsable(staffs);
  expect(await staffs.getByRole('button', { name: /^(Add|Edit|Remove|Release|Cancel)/ }).count()).toBe(0);
});

test('a super admin moves a number to another business, whose page then has it', async () => {
  const number = await aBoughtNumber();
  const page = await theNumbers(ADMIN);
  await asAdmin('mutation ($input: CreateTenantInput!) { createTenant(input: $input) { id } }', {
    name: 'Sunrise Dental',
    slug: 'sunrise',
  });
  await page.reload();
  const chosen = page.getByRole('banner').getByRole('combobox', { name: 'Business' });
  await chosen.selectOption("Pragati Women's Hospital");
  await page.getByRole('button', { name: `Edit ${number}` }).click();
  const dialog = page.getByRole('dialog', { name: `Edit ${number}` });
  await dialog.getByRole('combobox', { name: 'Business' }).selectOption('Sunrise Dental');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await cardOf(page, number).waitFor({ state: 'detached' });

  await chosen.selectOption('Sunrise Dental');

  await cardOf(page, number).getByText('Active').waitFor();
});
