import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

beforeEach(() => kaivox.database.admin('delete from calls'));

async function theGuide(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/setup' });
  await page.getByRole('heading', { name: 'Setup doctor' }).waitFor();
  return page;
}

const step = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Connect a Vobiz number' })
    .getByRole('listitem')
    .filter({ hasText: title });
const check = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Checks' }).getByRole('listitem').filter({ hasText: title });

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a step is ticked once what it leads to has arrived, without anybody’s doing', async () => {
    const page = await theGuide({ width });
    await step(page, 'Set the Answer URL').getByText(`${kaivox.url}/api/vobiz/pragati/answer`).waitFor();
    await step(page, 'Set the Answer URL').getByText('Not yet').waitFor();
    await check(page, 'Calls arrive').getByText('Broken').waitFor();

    const phone = kaivox.phone();
    await phone.dial();
    await phone.say('Are you open on Sunday?');
    await phone.hangUp();
    await page.getByRole('button', { name: 'Check again' }).click();

    for (const title of [
      'Set the Answer URL',
      'Set the Input URL',
      'Set the Hangup URL',
      'Call the number',
    ]) {
      await step(page, title).getByText('Done').waitFor();
    }
    await check(page, 'Calls arrive').getByText('Fine').waitFor();
    await page.getByText('4 of 7 steps are done').waitFor();
    await expectUsable(page);
  });

  test('what an owner sees leads to the check that explains it', async () => {
    const page = await theGuide({ width });

    await page.getByRole('button', { name: 'AI doesn’t answer' }).click();
    await page.getByText('This explains it: “Vobiz can call the public address”.').waitFor();
    await eventually(() =>
      page.locator(':focus').filter({ hasText: 'Vobiz can call the public address' }).count(),
    ).toBe(1);

    await kaivox.phone().dial();
    await page.getByRole('button', { name: 'Check again' }).click();
    await check(page, 'Callers are heard').getByText('Broken').waitFor();
    await page.getByRole('button', { name: 'Call ends after greeting' }).click();
    await page.getByText('This explains it: “Callers are heard”.').waitFor();
    await check(page, 'Callers are heard').getByText('What to do:').waitFor();
    await expectUsable(page);
  });
});

test('in Hindi, checks are told in Hindi', async () => {
  const page = await theGuide();
  await page.evaluate(() => localStorage.setItem('kaivox.language', 'hi'));
  await page.reload();

  await page.getByRole('heading', { name: 'सेटअप डॉक्टर' }).waitFor();
  await page.getByText('कॉल पहुँचती हैं').waitFor();
  expect(await page.getByText('Calls arrive').count()).toBe(0);
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(await theGuide({ colorScheme: 'dark' }));
});
