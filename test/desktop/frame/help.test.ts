import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const [pragati] = await kaivox.database.admin<{ id: string }>(
  `select id from tenants where slug = 'pragati'`,
);

/** Whatever can be typed or chosen somewhere, and says nothing of what it does: by its HTML. */
async function unexplained(place: Locator): Promise<string[]> {
  const controls = place.locator('input:visible, select:visible, textarea:visible');
  await controls.first().waitFor();
  const found: string[] = [];
  for (const control of await controls.all()) {
    const { help, html } = await control.evaluate(explanation);
    if (help === '') found.push(html);
  }
  return found;
}

type Element = {
  outerHTML: string;
  textContent: string | null;
  getAttribute(name: string): string | null;
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  ownerDocument: { getElementById(id: string): Element | null };
};

/** The description that belongs to a control, or that a switch's label shows. Runs in the page. */
const explanation = (control: Element): { help: string; html: string } => {
  const ids = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  const own = ids.map((id) => control.ownerDocument.getElementById(id)?.textContent ?? '').join('');
  const label = control.closest('.mantine-Switch-root, .mantine-Checkbox-root, .mantine-Radio-root');
  const shown = label?.querySelector('[class*="description"]')?.textContent ?? '';
  return { help: own + shown, html: control.outerHTML };
};

const open = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  return dialog;
};
const form = async (page: Page) => page.locator('main form').first();

async function everyAction(page: Page): Promise<Locator> {
  for (const kind of ['Call a webhook', 'Send an e-mail', 'Tag the customer', 'Send a text message']) {
    await page.getByRole('button', { name: 'Add an action' }).click();
    await page.getByRole('menuitem', { name: kind }).click();
  }
  return page.getByRole('form', { name: 'The rule' });
}

async function ownPassword(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  return page.getByRole('dialog', { name: 'Change password' });
}

describe('each field says what it does', () => {
  test.each<[string, typeof ADMIN, string, (page: Page) => Promise<Locator>]>([
    ['in the settings of one’s business', RECEPTION, '/business', form],
    ['in a tenant’s settings', ADMIN, `/tenants/${pragati?.id}`, form],
    ['in the platform’s settings', ADMIN, '/settings', form],
    ['of a new business', ADMIN, '/tenants', open('New business')],
    ['of an invitation', RECEPTION, '/users', open('Invite a user')],
    ['of a number', RECEPTION, '/numbers', open('Add number')],
    ['of a number that is edited', ADMIN, '/numbers', open(/^Edit \+91/)],
    ['of an offer’s filters', ADMIN, '/marketplace', async (page) => page.getByRole('search')],
    ['of a purchase', ADMIN, '/marketplace', open(/^Buy \+91/)],
    ['of an automation, whatever it does', RECEPTION, '/automations/new', everyAction],
    ['of a follow-up', RECEPTION, '/follow-ups', open('New follow-up')],
    ['of the own password', RECEPTION, '/', ownPassword],
  ])('%s', async (_, user, at, placeOn) => {
    const page = await signedIn(user, { at });
    expect(await unexplained(await placeOn(page))).toEqual([]);
  });
});
