import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { ADMIN } from '../../support/kaivox.ts';
import { aConsole, expectUsable, type Looks, WIDTHS } from '../console.ts';

const KEY = 'vobiz-secret-api-key-9876';

const vobiz = await FakeVobiz.start({ authToken: KEY });
const { kaivox, signedIn } = await aConsole({ env: { VOBIZ_API_URL: vobiz.baseUrl } });
afterAll(() => vobiz.stop());
const token = await kaivox.graphql.signIn(ADMIN);

beforeEach(async () => {
  const { errors } = await kaivox.graphql(
    `mutation { updatePlatformSettings(input: { vobizAppId: null, vobizApiKey: null }) { updatedAt } }`,
    { token },
  );
  expect(errors).toBeUndefined();
});

async function theSettings(looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, looks);
  await page.goto(`${kaivox.url}/settings`);
  await page.getByRole('heading', { name: 'Platform settings', level: 1 }).waitFor();
  await page.getByText('Not connected: no credentials are stored.').waitFor();
  return page;
}

const appId = (page: Page) => page.getByRole('textbox', { name: 'Vobiz App ID' });
const apiKey = (page: Page) => page.getByRole('textbox', { name: 'Vobiz API key' });
const connection = (page: Page) => page.getByRole('region', { name: 'Connection to Vobiz' });

async function save(page: Page, credentials: { id?: string; key?: string }) {
  if (credentials.id !== undefined) await appId(page).fill(credentials.id);
  if (credentials.key !== undefined) await apiKey(page).fill(credentials.key);
  await page.getByRole('button', { name: 'Save and check' }).click();
}

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('credentials are saved, checked, never shown again, and cleared once that was confirmed', async () => {
    const page = await theSettings({ width });
    await page.getByText('Demo marketplace').waitFor();
    await save(page, { id: vobiz.authId, key: KEY });

    await connection(page).getByText('Connected; 0 numbers.').waitFor();
    await page.getByText('Live marketplace').waitFor();
    await page.getByText('Stored: ••••9876.').waitFor();
    expect(await apiKey(page).inputValue()).toBe('');
    expect(await page.content()).not.toContain(KEY);
    await expectUsable(page);

    await page.getByRole('button', { name: 'Clear credentials' }).click();
    const dialog = page.getByRole('dialog', { name: 'Clear the Vobiz credentials?' });
    await dialog.getByText('The App ID and the API key are forgotten.').waitFor();
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Clear credentials' }).click();
    await page.getByText('Not connected: no credentials are stored.').waitFor();
    await page.getByText('Demo marketplace').waitFor();
    expect(await appId(page).inputValue()).toBe('');
  });
});

test('credentials that Vobiz refuses are saved, with its very reason; a better key alone puts it right', async () => {
  const page = await theSettings({ colorScheme: 'dark' });
  await save(page, { id: vobiz.authId, key: 'a-key-that-is-mistyped-0000' });
  await connection(page).getByText('Refused', { exact: true }).waitFor();
  await connection(page).getByText('Vobiz refuses the credentials (401)').waitFor();
  await expectUsable(page);

  await save(page, { key: KEY });

  await connection(page).getByText('Connected; 0 numbers.').waitFor();
  expect(await appId(page).inputValue()).toBe(vobiz.authId);
});

test('while Vobiz can’t be reached credentials are saved unverified, and checked again when asked', async () => {
  const page = await theSettings();
  await vobiz.stop();
  try {
    await save(page, { id: vobiz.authId, key: KEY });
    await connection(page).getByText('Not verified', { exact: true }).waitFor();
    await connection(page).getByText('The credentials are saved, but not verified.').waitFor();
  } finally {
    await vobiz.resume();
  }

  await connection(page).getByRole('button', { name: 'Check again' }).click();

  await connection(page).getByText('Connected; 0 numbers.').waitFor();
});

test('a credential that no request could carry is refused at its field, and nothing typed is lost', async () => {
  const page = await theSettings();

  await save(page, { id: 'MA/1', key: KEY });

  await page.getByText('The Vobiz App ID has no slashes').waitFor();
  expect(await appId(page).getAttribute('aria-invalid')).toBe('true');
  expect(await apiKey(page).inputValue()).toBe(KEY);
});
