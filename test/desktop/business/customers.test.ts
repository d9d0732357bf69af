import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TenantId } from '../../../server/infra/ids.ts';
import { aCustomer } from '../../support/customer.ts';
import { asTenantId } from '../../support/ids.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const own = kaivox.database;
const STAFF = { email: 'sunita@pragati.example', password: 'marble kettle orchid' };

const pragati = async (): Promise<TenantId> =>
  asTenantId((await own.admin<{ id: string }>(`select id from tenants where slug = 'pragati'`))[0]?.id ?? '');

async function aKnown(customer: Parameters<typeof aCustomer>[2]): Promise<string> {
  return aCustomer(own, await pragati(), customer);
}

async function theCustomers(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { at: '/customers', ...looks });
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  return page;
}

async function thePageOf(id: string, who: string, user = RECEPTION, looks?: Looks): Promise<Page> {
  const page = await signedIn(user, { at: `/customers/${id}`, ...looks });
  await page.getByRole('heading', { name: who, level: 1 }).waitFor();
  return page;
}

const stored = async (id: string) =>
  (
    await own.admin<Record<string, unknown>>('select name, notes, tags from customers where id = $1', [id])
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a customer is found by a note and opened; what is noted of them is changed', async () => {
    const name = `Asha Verma ${width}`;
    const id = await aKnown({ name, notes: `Prefers saffron tea ${width}.`, tags: ['regular'] });
    const page = await theCustomers({ width });

    await page.getByRole('searchbox').fill(`saffron ${width}`);
    await page.getByRole('status').getByText('1 customer', { exact: true }).waitFor();
    await expectUsable(page);
    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await expectUsable(page);

    await page.getByRole('textbox', { name: 'Name' }).fill(`Asha V. ${width}`);
    await page.getByRole('combobox', { name: 'Tags' }).fill('allergic');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Notes' }).fill('Penicillin.');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByRole('heading', { name: `Asha V. ${width}`, level: 1 }).waitFor();
    expect(await stored(id)).toEqual({
      name: `Asha V. ${width}`,
      notes: 'Penicillin.',
      tags: ['regular', 'allergic'],
    });
  });

  test('a customer’s calls stand with them', async () => {
    const from = `+9197777${String(width).padStart(5, '0')}`;
    const phone = kaivox.phone({ from });
    await phone.dial();
    await phone.say('Where are you?');
    await phone.hangUp();
    const [customer] = await own.admin<{ id: string }>('select id from customers where phone = $1', [from]);
    const page = await thePageOf(customer?.id ?? '', `+91 97777 ${from.slice(-5)}`, RECEPTION, { width });

    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('link');
    await calls.getByText('The caller asked for the way').waitFor();
    expect(await calls.count()).toBe(1);
  });
});

test('no customer is found, and the list says so', async () => {
  const page = await theCustomers();
  await page.getByRole('searchbox').fill('zebra');
  await page.getByText('Nobody fits “zebra”.').waitFor();
});

test('customers come by the page', async () => {
  const tenantId = await pragati();
  for (let number = 0; number < 60; number += 1) await aCustomer(own, tenantId, { tags: ['of sixty'] });
  const page = await theCustomers();
  await page.getByRole('searchbox').fill('of sixty');
  await page.getByRole('status').getByText('60 customers').waitFor();
  const rows = page.getByRole('rowheader');
  expect(await rows.count()).toBe(50);

  await page.getByRole('button', { name: 'Show more' }).click();

  await eventually(() => rows.count()).toBe(60);
  expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
});

test('staff writes notes, and nothing else', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  await kaivox.graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    token,
    variables: { input: { ...STAFF, name: 'Sunita', role: 'TENANT_STAFF' } },
  });
  const id = await aKnown({ name: 'Ravi Kumar' });
  const page = await thePageOf(id, 'Ravi Kumar', STAFF);
  expect(await page.getByRole('textbox').count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Erase …' }).count()).toBe(0);

  await page.getByRole('textbox', { name: 'Notes' }).fill('Calls back at noon.');
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByText('Saved.').waitFor();
  expect(await stored(id)).toMatchObject({ name: 'Ravi Kumar', notes: 'Calls back at noon.' });
});

test('what there is to do for a customer stands with them, and the name that they said', async () => {
  const id = await aKnown({ name: 'Lakshmi' });
  await own.admin(`update customers set heard_name = 'Lakshmi Nair' where id = $1`, [id]);
  await own.admin(
    `insert into follow_ups (tenant_id, title, reason, customer_id, created_at)
     values ($1, 'Call Lakshmi back', 'PERSON', $2, now())`,
    [await pragati(), id],
  );
  const page = await thePageOf(id, 'Lakshmi', RECEPTION, { width: 390 });
  await page.getByRole('region', { name: 'Follow-ups' }).getByText('Call Lakshmi back').waitFor();
  await expectUsable(page);

  await page.getByRole('textbox', { name: 'Notes' }).fill('Half a thought');
  await page.getByRole('button', { name: 'Use this name' }).click();

  await page.getByRole('heading', { name: 'Lakshmi Nair', level: 1 }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Half a thought');
  await page.getByRole('button', { name: 'Save' }).click();
  await eventually(() => stored(id)).toEqual({ name: 'Lakshmi Nair', notes: 'Half a thought', tags: [] });
});

test('a user who leaves with something unsaved is asked', async () => {
  const page = await thePageOf(await aKnown({ name: 'John Mathew' }), 'John Mathew');
  await page.getByRole('textbox', { name: 'Notes' }).fill('Half a thought');
  await page.getByRole('navigation').getByRole('link', { name: 'Calls' }).click();

  const question = page.getByRole('dialog', { name: 'Unsaved changes' });
  await question.getByRole('button', { name: 'Stay here' }).click();
  expect(await page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Half a thought');
});

test('a customer is erased after a question that names them', async () => {
  const id = await aKnown({ name: 'Fatima Sheikh' });
  const page = await thePageOf(id, 'Fatima Sheikh', ADMIN);

  await page.getByRole('button', { name: 'Erase …' }).click();
  const question = page.getByRole('dialog', { name: 'Erase Fatima Sheikh?' });
  await expectUsable(page);
  await question.getByRole('button', { name: 'Cancel' }).click();
  expect(await stored(id)).toBeDefined();
  await page.getByRole('button', { name: 'Erase …' }).click();
  await question.getByRole('button', { name: 'Erase for good' }).click();

  await page.getByText('Fatima Sheikh is erased.').waitFor();
  await page.getByRole('heading', { name: 'Customers', level: 1 }).waitFor();
  expect(await stored(id)).toBeUndefined();
});
