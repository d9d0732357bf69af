import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const callId = `c-${randomUUID()}`;

beforeAll(async () => {
  const phone = kaivox.phone({ callId });
  await phone.dial();
  await phone.say('Are you open on Sunday?');
  await phone.hangUp();
  await fetch(`${kaivox.url}/api/vobiz/nobody-at-all/answer`, { method: 'POST' });
  const written = () => kaivox.database.admin('select from webhook_log');
  await vi.waitFor(async () => expect(await written()).toHaveLength(phone.exchanges.length + 1), 10_000);
});

const opened = (page: Page, name: string) => page.getByRole('link', { name: `Open ${name} at` });

describe.each(WIDTHS)('at %d pixels', (width) => {
  test('a business’s admin opens a webhook and replays it in the sandbox', async () => {
    const page = await signedIn(RECEPTION, { width, at: '/setup' });
    await page.getByRole('link', { name: 'See what Vobiz sent' }).click();
    await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
    await opened(page, 'pragati/input').last().waitFor();
    await eventually(() => opened(page, 'nobody-at-all/answer').count()).toBe(0);
    await expectUsable(page);

    // The oldest: a reply that is slow to come is asked for once more.
    await opened(page, 'pragati/input').last().click();
    await page.getByRole('heading', { name: 'pragati/input', level: 1 }).waitFor();
    const body = page.getByRole('table', { name: 'In the body' });
    await body.getByRole('row', { name: 'Speech Are you open on Sunday?' }).waitFor();
    await page.getByRole('region', { name: 'XML: The document' }).getByText('<Response>').waitFor();
    await page.getByRole('button', { name: 'Replay in the sandbox' }).click();
    await page.getByText('It says: the caller said “Are you open on Sunday?”.').waitFor();
    await page.getByRole('region', { name: 'XML: Now, in the sandbox' }).getByText('<Response>').waitFor();
    await expectUsable(page);
  });

  test('a super admin narrows the list to what led nowhere', async () => {
    const page = await signedIn(ADMIN, { width, at: '/system' });
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await opened(page, 'pragati/answer').waitFor();
    await page.getByRole('checkbox', { name: 'Only refused or failed' }).click();
    await opened(page, 'nobody-at-all/answer').waitFor();
    await eventually(() => opened(page, 'pragati/answer').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('trouble')).toBe('yes');
    await page.getByText('No business has this name in its address.').waitFor();

    await opened(page, 'nobody-at-all/answer').click();
    await page.getByRole('button', { name: 'Replay in the sandbox' }).click();
    await page.getByText('This one can’t be replayed').waitFor();
  });
});

test('the address keeps what is looked for', async () => {
  const page = await signedIn(RECEPTION, { at: `/system/webhooks?call=${callId}&webhook=hangup` });
  await opened(page, 'pragati/hangup').waitFor();
  await page.getByRole('status').getByText('1 in all').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page
    .getByRole('status')
    .getByText(/^[3-9] in all$/)
    .waitFor();
});

test('in the dark and in Hindi, it can be read as well', async () => {
  const page = await signedIn(RECEPTION, { width: 390, at: '/system/webhooks', colorScheme: 'dark' });
  await opened(page, 'pragati/answer').waitFor();
  await expectUsable(page);
  await page.evaluate(() => localStorage.setItem('kaivox.language', 'hi'));
  await page.reload();
  await page.getByRole('heading', { name: 'वेबहुक', level: 1 }).waitFor();
  await expectUsable(page);
});
