import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

async function theBusiness(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/business' });
  await page.getByRole('heading', { name: 'Business settings', level: 1 }).waitFor();
  await page.getByRole('switch', { name: 'Record calls' }).waitFor();
  return page;
}

const stored = async () =>
  (
    await kaivox.database.admin(
      `select time_zone, signature_policy, recording_retention_days, record_calls, recording_notice
         from tenants where slug = 'pragati'`,
    )
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a business’s admin changes how its calls are kept', async () => {
    const page = await theBusiness({ width });
    const notice = `This call is recorded, at ${width}.`;
    await expectUsable(page);

    await page.getByRole('switch', { name: 'Record calls' }).setChecked(true);
    await page.getByRole('textbox', { name: 'Notice before a recording' }).fill(notice);
    await page.getByRole('textbox', { name: 'Keep recordings for' }).fill('30');
    await page.getByRole('radio', { name: 'Refuse them' }).check();
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText(/^The settings of .* are saved\.$/).waitFor();
    expect(await stored()).toEqual({
      time_zone: 'Asia/Kolkata',
      signature_policy: 'REQUIRE_SIGNED',
      recording_retention_days: 30,
      record_calls: true,
      recording_notice: notice,
    });
    await page.getByText('0 of 2,00,000 tokens used today.').waitFor();
    await page.getByRole('link', { name: /^Export the data of/ }).waitFor();
    await kaivox.database.admin(
      `update tenants set record_calls = false, signature_policy = 'ACCEPT_UNSIGNED' where slug = 'pragati'`,
    );
  });

  test('in the dark, it can be read as well', async () => {
    await expectUsable(await theBusiness({ width, colorScheme: 'dark' }));
  });
});

test('it is reached by the navigation of a business’s admin, and not of a super admin', async () => {
  const page = await signedIn(RECEPTION);
  await page.getByRole('link', { name: 'Business settings' }).click();
  await page.getByRole('heading', { name: 'Business settings', level: 1 }).waitFor();
  const theirs = await signedIn(ADMIN);
  await theirs.getByRole('link', { name: 'Tenants' }).waitFor();
  expect(await theirs.getByRole('link', { name: 'Business settings' }).count()).toBe(0);
});
