import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const own = kaivox.database;

/** All sessions end, as after a night. */
const theNightPasses = () => own.admin('delete from sessions');

/** In the dialog that lies above what was typed. */
async function signsInAgain(page: Page, { password }: { password: string }): Promise<void> {
  const dialog = page.getByRole('dialog').filter({ hasText: 'Your session has ended.' });
  await dialog.getByRole('textbox', { name: 'Password' }).fill(password);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

test('settings that were typed before a session ended are still there after it, and can be saved', async () => {
  const page = await signedIn(RECEPTION, { at: '/business' });
  await page.getByRole('switch', { name: 'Record calls' }).check();
  const notice = page.getByRole('textbox', { name: 'Notice before a recording' });
  await notice.fill('Typed before the night.');
  await theNightPasses();
  await page.getByRole('button', { name: 'Save' }).click();

  await signsInAgain(page, RECEPTION);

  expect(await notice.inputValue()).toBe('Typed before the night.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText(/^The settings of .* are saved\.$/).waitFor();
  expect(await own.admin(`select recording_notice from tenants where slug = 'pragati'`)).toEqual([
    { recording_notice: 'Typed before the night.' },
  ]);
});

test('so are a dialog and what was typed into it', async () => {
  const page = await signedIn(ADMIN, { at: '/tenants' });
  await page.getByRole('button', { name: 'New business' }).click();
  const dialog = page.getByRole('dialog', { name: 'New business' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Kalpataru Books');
  await theNightPasses();
  // Something else that a super admin's page asks for may have brought the sign-in over the dialog a moment ago.
  await dialog.getByRole('button', { name: 'Create' }).dispatchEvent('click');

  await signsInAgain(page, ADMIN);

  expect(await dialog.getByRole('textbox', { name: 'Slug' }).inputValue()).toBe('kalpataru-books');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Kalpataru Books', level: 1 }).waitFor();
});

test('and an automation that is half built', async () => {
  const page = await signedIn(RECEPTION, { at: '/automations/new' });
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Half built');
  await page.getByRole('textbox', { name: 'What is to be done' }).fill('Call back');
  await theNightPasses();
  await page.getByRole('button', { name: 'Create the automation' }).click();

  await signsInAgain(page, RECEPTION);

  expect(await page.getByRole('textbox', { name: 'What is to be done' }).inputValue()).toBe('Call back');
  await page.getByRole('button', { name: 'Create the automation' }).click();
  await page.getByRole('heading', { name: 'Half built', level: 1 }).waitFor();
});

test('and what stands in a page that asks for itself again and again', async () => {
  // A number that is being connected is asked after every few seconds.
  await own.admin(`update phone_numbers set status = 'PROVISIONING'`);
  const page = await signedIn(RECEPTION, { at: '/numbers' });
  await page.getByRole('button', { name: /^Edit \+91/ }).click();
  const label = page.getByRole('dialog', { name: /^Edit/ }).getByRole('textbox', { name: 'Label' });
  await label.fill('Front desk');
  await theNightPasses();

  await signsInAgain(page, RECEPTION);

  expect(await label.inputValue()).toBe('Front desk');
  await page.getByRole('button', { name: 'Save' }).click();
  await eventually(() => own.admin(`select label from phone_numbers where status = 'PROVISIONING'`)).toEqual([
    { label: 'Front desk' },
  ]);
});

test('Back returns to where one was in a long list, and a link begins at the top', async () => {
  for (let count = 0; count < 30; count += 1) await aTenant(own);
  const page = await signedIn(ADMIN, { at: '/tenants' });
  const links = page.getByRole('table', { name: 'Businesses' }).getByRole('link');
  await eventually(() => links.count()).toBe(25);
  await page.getByRole('button', { name: 'Show more' }).click();
  await eventually(() => links.count()).toBeGreaterThan(25);
  const last = links.last();
  const name = await last.textContent();
  await last.scrollIntoViewIfNeeded();
  const place = () => page.evaluate('window.scrollY');
  const before = await place();
  expect(before).toBeGreaterThan(300);

  await last.click();
  await page.getByRole('heading', { name: name ?? '', level: 1 }).waitFor();
  await eventually(place).toBe(0);
  await page.goBack();

  await page.getByRole('heading', { name: 'Tenants', level: 1 }).waitFor();
  await eventually(place).toBe(before);
});
