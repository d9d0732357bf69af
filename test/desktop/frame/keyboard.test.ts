import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually } from '../console.ts';

const { kaivox, page: aPage } = await aConsole();

/** More than stands on any page before what is looked for. */
const MOST_TABS = 120;

beforeEach(() => kaivox.database.admin('delete from follow_ups'));

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));

/** Goes from stop to stop until the focus is there, as a user without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${target}`);
}

const press = async (page: Page, target: Locator) => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** Types over what stands in a field. */
async function write(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

async function signIn({ email, password }: typeof ADMIN): Promise<Page> {
  const page = await aPage();
  await page.goto(kaivox.url);
  await write(page, page.getByRole('textbox', { name: 'Email' }), email);
  await write(page, page.getByRole('textbox', { name: 'Password' }), password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  return page;
}

/** By the palette, which knows every page. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await eventually(() => hasFocus(palette.getByRole('textbox'))).toBe(true);
  await page.keyboard.type(name);
  await palette.getByRole('option', { name, exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

let callers = 0;
async function aCall(...words: string[]): Promise<void> {
  callers += 1;
  const phone = kaivox.phone({ from: `+9193333${String(callers).padStart(5, '0')}` });
  await phone.dial();
  for (const said of words) await phone.say(said);
  await phone.hangUp();
}

const transcript = (page: Page) => page.getByRole('list', { name: 'Transcript' });

test('Tab comes first to a way past the navigation', async () => {
  const page = await signIn(RECEPTION);
  await page.goto(`${kaivox.url}/calls?status=COMPLETED`);
  await page.getByRole('heading', { name: 'Calls', level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  expect(await hasFocus(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true);
  await page.keyboard.press('Enter');
  expect(await hasFocus(page.getByRole('main'))).toBe(true);
  expect(page.url()).toContain('status=COMPLETED');
});

test('an owner signs in and reads a call', async () => {
  await aCall('Do you treat marigold allergies?');
  const page = await signIn(RECEPTION);

  await goTo(page, 'Calls');
  await page.getByRole('list', { name: 'Calls' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');

  await transcript(page).getByText('Do you treat marigold allergies?').waitFor();
});

test('calls are searched, and read from one to the next', async () => {
  await aCall('Is the tulip ward open? I am the first.');
  await aCall('Is the tulip ward open? I am the second.');
  const page = await signIn(RECEPTION);
  await goTo(page, 'Calls');

  await write(page, page.getByRole('searchbox', { name: 'Search in what was said' }), 'tulip');
  await page.getByRole('status').getByText('2 calls', { exact: true }).waitFor();
  await press(page, page.getByRole('list', { name: 'Calls' }).getByRole('link').first());
  await transcript(page).getByText('I am the second.').waitFor();
  await eventually(() => page.getByRole('button', { name: 'Next call' }).isEnabled()).toBe(true);
  await page.keyboard.press('j');

  await transcript(page).getByText('I am the first.').waitFor();
});

test('the greeting is changed and saved', async () => {
  const page = await signIn(RECEPTION);
  await goTo(page, 'Persona');

  await write(
    page,
    page.getByRole('textbox', { name: 'Greeting', exact: true }),
    'Namaste, this is Pragati.',
  );
  await press(page, page.getByRole('button', { name: 'Save', exact: true }));

  await page.getByText('Version 2 is saved.').waitFor();
  const [row] = await kaivox.database.admin<{ greeting: string }>(
    'select greeting from persona_versions where version = 2',
  );
  expect(row?.greeting).toBe('Namaste, this is Pragati.');
});

test('a follow-up is worked off', async () => {
  await aCall('I want to speak to a person.');
  const page = await signIn(RECEPTION);
  await goTo(page, 'Follow-ups');
  await page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem').first().waitFor();

  await page.keyboard.press('j');
  await page.keyboard.press('d');

  await page.getByText('Nothing is left to do.').waitFor();
  expect(await kaivox.database.admin('select status from follow_ups')).toEqual([{ status: 'DONE' }]);
});

test('a number is bought, and released again', async () => {
  const page = await signIn(ADMIN);
  await goTo(page, 'Marketplace');

  const buy = page.getByRole('button', { name: /^Buy \+91/ }).first();
  await tabTo(page, buy);
  const number = ((await buy.getAttribute('aria-label')) ?? '').replace('Buy ', '');
  await page.keyboard.press('Enter');
  const buying = page.getByRole('dialog', { name: `Buy ${number}` });
  await press(page, buying.getByRole('button', { name: 'Buy the demo number' }));
  await buying.getByText('Connected: it answers calls').waitFor();
  await press(page, buying.getByRole('link', { name: 'Go to the numbers' }));

  await press(page, page.getByRole('button', { name: `Release ${number}` }));
  const releasing = page.getByRole('dialog', { name: `Release ${number}?` });
  await write(page, releasing.getByRole('textbox', { name: 'Type the number' }), number);
  await press(page, releasing.getByRole('button', { name: 'Release the number' }));

  await releasing.getByText('Released', { exact: true }).waitFor();
});
