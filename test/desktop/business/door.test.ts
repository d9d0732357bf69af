import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

beforeEach(async () => {
  await kaivox.database.admin(
    `update tenants set webhook_access = 'OPEN', signature_policy = 'ACCEPT_UNSIGNED' where slug = 'pragati'`,
  );
  await kaivox.database.admin(`select pg_notify('tenant_changed', '')`);
});

const access = async () =>
  (
    await kaivox.database.admin<{ access: string }>(
      `select webhook_access as access from tenants where slug = 'pragati'`,
    )
  )[0]?.access;
const plain = `${kaivox.url}/api/vobiz/pragati/answer`;

async function theDoor(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/business' });
  await page.getByRole('region', { name: 'Webhook addresses' }).getByText(plain).first().waitFor();
  return page;
}

/** What stands under "Answer URL", the one with the key where there are two. */
const answerUrl = async (page: Page) =>
  (await page
    .getByRole('region', { name: 'Webhook addresses' })
    .getByText(/\/answer\?k=/)
    .first()
    .textContent()) ?? '';

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('an owner puts addresses with a key into the portal, lets only those in, and replaces the key', async () => {
    const page = await theDoor({ width });
    const door = page.getByRole('region', { name: 'Webhook addresses' });
    await expectUsable(page);
    const first = await answerUrl(page);
    for (const field of ['Answer URL', 'Fallback answer URL', 'Hangup URL']) {
      expect(await door.getByRole('button', { name: `Copy: ${field}` }).count()).toBe(2);
    }

    await door.getByRole('button', { name: 'Let only addresses with the key in' }).click();
    await page.getByRole('dialog').getByText('calls that are under way by them end').waitFor();
    expect(await access()).toBe('OPEN');
    await page.getByRole('dialog').getByRole('button', { name: 'Let only these in' }).click();
    await door.getByText('Only addresses with the key are answered.').waitFor();
    expect(await access()).toBe('KEYED');
    expect(await door.getByText(plain, { exact: true }).count()).toBe(0);

    await door.getByRole('button', { name: 'Make a new key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a new key' }).click();
    await door.getByText(/^Addresses with the previous key are answered until /).waitFor();
    await eventually(() => answerUrl(page)).not.toBe(first);
    await expectUsable(page);

    await door.getByRole('button', { name: 'Answer addresses without a key' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Answer them' }).click();
    await door.getByText('These addresses are answered, whoever calls them.').waitFor();
    expect(await access()).toBe('OPEN');
  });

  test('an owner who is about to require signatures is told that none ever came', async () => {
    const page = await theDoor({ width });
    await page.getByRole('radio', { name: 'Refuse them' }).check();
    await page.getByRole('status').filter({ hasText: 'No signed webhook has come lately.' }).waitFor();
    await expectUsable(page);
    await page.getByRole('radio', { name: 'Accept them' }).check();
    await page.getByText('No signed webhook has come lately.').waitFor({ state: 'detached' });
  });

  test('the doctor warns of a door that is open, and closes it with a click', async () => {
    const page = await signedIn(RECEPTION, { width, at: '/setup' });
    const check = page
      .getByRole('list', { name: 'Checks' })
      .getByRole('listitem')
      .filter({ hasText: 'Only Vobiz can bring calls' });
    await check.getByText('Look at this').waitFor();
    await check
      .getByText(/\/hangup\?k=/)
      .first()
      .waitFor();
    await expectUsable(page);
    await check.getByRole('button', { name: 'Let only addresses with the key in' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Let only these in' }).click();
    await check.getByText('Fine').waitFor();
    expect(await access()).toBe('KEYED');
  });
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(await theDoor({ colorScheme: 'dark' }));
});

test('a super admin finds the same at the business', async () => {
  const [pragati] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  const page = await signedIn(ADMIN, { at: `/tenants/${pragati?.id}` });
  const door = page.getByRole('region', { name: 'Webhook addresses' });
  await door.getByRole('button', { name: 'Let only addresses with the key in' }).waitFor();
});
