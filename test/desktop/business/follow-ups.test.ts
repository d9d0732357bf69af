import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

beforeEach(() => kaivox.database.admin('delete from follow_ups'));

type Given = { title: string; dueAt?: string };

/** Follow-ups of the demo tenant, and its inbox with them. */
async function theInbox(given: readonly Given[], looks?: Looks): Promise<Page> {
  const token = await kaivox.graphql.signIn(RECEPTION);
  for (const input of given) {
    await kaivox.graphql('mutation ($input: CreateFollowUpInput!) { createFollowUp(input: $input) { id } }', {
      token,
      variables: { input },
    });
  }
  const page = await signedIn(RECEPTION, { ...looks, at: '/follow-ups' });
  await page.getByRole('heading', { name: 'Follow-ups', level: 1 }).waitFor();
  return page;
}

const items = (page: Page) => page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem');
const item = (page: Page, title: string) => items(page).filter({ hasText: title });
const stored = () =>
  kaivox.database.admin<{ title: string; status: string; notes: string; dueAt: Date | null }>(
    'select title, status, notes, due_at as "dueAt" from follow_ups order by title',
  );
const LONG_AGO = '2026-01-05T10:00:00Z';

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('one is made, assigned, noted, done, and opened again', async () => {
    const page = await theInbox([], { width });
    await page.getByText('Nothing is left to do.').waitFor();

    await page.getByRole('button', { name: 'New follow-up' }).click();
    const form = page.getByRole('dialog', { name: 'New follow-up' });
    await form.getByRole('textbox', { name: 'What is to be done' }).fill('Call Asha back');
    await form.getByLabel('Due').fill('2027-03-01T15:30');
    await form.getByRole('combobox', { name: 'Who does it' }).selectOption('Reception desk');
    await form.getByRole('button', { name: 'Create' }).click();

    await item(page, 'Call Asha back').getByText('For Reception desk').waitFor();
    await item(page, 'Call Asha back').getByText('Due 1 Mar 2027, 3:30 pm').waitFor();
    expect((await stored())[0]?.dueAt).toEqual(new Date('2027-03-01T10:00:00Z'));

    await page.getByRole('button', { name: 'Call Asha back', exact: true }).click();
    await page.getByRole('textbox', { name: 'Notes' }).fill('She prefers mornings.');
    await page.getByRole('button', { name: 'Save the notes' }).click();
    await page.getByText('Saved.').waitFor();
    await expectUsable(page);

    await page.getByRole('button', { name: 'Done: Call Asha back' }).click();
    await page.getByText('Nothing is left to do.').waitFor();
    expect(await stored()).toMatchObject([{ status: 'DONE', notes: 'She prefers mornings.' }]);

    await page.getByText('Done', { exact: true }).click();
    await item(page, 'Call Asha back').getByText('by Reception desk').waitFor();
    await page.getByRole('button', { name: 'Reopen: Call Asha back' }).click();
    await page.getByText('Nothing was done yet.').waitFor();
    expect(await stored()).toMatchObject([{ status: 'OPEN' }]);
  });

  test('what is overdue says so, and links lead to the call and the customer', async () => {
    const phone = kaivox.phone({ from: '+919812345678' });
    await phone.dial();
    await phone.say('I want to speak to a person.');
    await phone.hangUp();
    const page = await theInbox([{ title: 'Order brochures', dueAt: LONG_AGO }], { width });

    await item(page, 'Order brochures').getByText('Overdue since 5 Jan 2026, 3:30 pm').waitFor();
    const asked = item(page, 'they asked for a person');
    await asked.getByRole('link', { name: 'Customer: +91 98123 45678' }).waitFor();
    await expectUsable(page);
    await asked.getByRole('link', { name: /^Call of / }).click();
    await page.getByRole('list', { name: 'Transcript' }).waitFor();
  });
});

test('the keys go from one to the next, and settle the one with the focus', async () => {
  const page = await theInbox([
    { title: 'First', dueAt: '2026-01-01T00:00:00Z' },
    { title: 'Second', dueAt: '2026-01-02T00:00:00Z' },
    { title: 'Third', dueAt: '2026-01-03T00:00:00Z' },
  ]);
  const focused = () => page.evaluate<string>('document.activeElement?.textContent');
  await items(page).first().waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focused()).toBe('Second');
  await page.keyboard.press('d');
  await eventually(focused).toBe('Third');
  await page.keyboard.press('k');
  expect(await focused()).toBe('First');
  await page.keyboard.press('x');
  await eventually(focused).toBe('Third');

  expect((await stored()).map(({ status }) => status)).toEqual(['DISMISSED', 'DONE', 'OPEN']);
});

test('what is refused is told at its field, and nothing typed is lost', async () => {
  const page = await theInbox([]);
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'New follow-up' });
  await form.getByRole('textbox', { name: 'Notes' }).fill('Keep me.');
  const title = form.getByRole('textbox', { name: 'What is to be done' });
  await title.fill('   ');

  await form.getByRole('button', { name: 'Create' }).click();

  await eventually(() => title.getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('Keep me.');
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(
    await theInbox([{ title: 'Order brochures', dueAt: LONG_AGO }], { colorScheme: 'dark' }),
  );
});
