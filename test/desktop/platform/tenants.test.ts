import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const own = kaivox.database;

async function theTenants(looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, { ...looks, at: '/tenants' });
  await page.getByRole('heading', { name: 'Tenants', level: 1 }).waitFor();
  return page;
}

async function thePageOf(tenant: { id: string; name: string }, looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, { ...looks, at: `/tenants/${tenant.id}` });
  await page.getByRole('heading', { name: tenant.name, level: 1 }).waitFor();
  return page;
}

const row = async (id: string) =>
  (
    await own.admin<Record<string, unknown>>(
      `select name, status, time_zone, signature_policy, transcript_retention_days, recording_retention_days,
              record_calls, recording_notice, analysis_tokens_a_day
         from tenants where id = $1 and erasing_since is null`,
      [id],
    )
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a business is created; a slug that is taken is told at its field', async () => {
    const page = await theTenants({ width });
    const name = `Kalpataru Books ${width}`;

    await page.getByRole('button', { name: 'New business' }).click();
    const dialog = page.getByRole('dialog', { name: 'New business' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
    const slug = dialog.getByRole('textbox', { name: 'Slug' });
    expect(await slug.inputValue()).toBe(`kalpataru-books-${width}`);
    await slug.fill('pragati');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByText('The slug "pragati" is taken').waitFor();
    await expectUsable(page);
    await slug.fill(`kalpataru-${width}`);
    await dialog.getByRole('button', { name: 'Create' }).click();

    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page.getByText(`/api/vobiz/kalpataru-${width}/answer`).first().waitFor();
    const chooser = page.getByRole('banner').getByRole('combobox', { name: 'Business' });
    await eventually(() => chooser.getByRole('option').allTextContents()).toContain(name);
  });

  test('a business is found by a part of its name, and opened', async () => {
    const { name } = await aTenant(own, { name: `Neem Tree Dental ${width}` });
    const page = await theTenants({ width });

    await page.getByRole('searchbox', { name: 'Search by name or slug' }).fill(`tree dental ${width}`);
    await page.getByRole('status').getByText('1 in all').waitFor();
    await expectUsable(page);
    expect(new URL(page.url()).searchParams.get('search')).toBe(`tree dental ${width}`);
    await page.getByRole('button', { name: `Open ${name}` }).click();

    await page.waitForURL(`${kaivox.url}/`);
    const chosen = page.getByRole('banner').getByRole('combobox', { name: 'Business' });
    expect(await chosen.locator('option:checked').textContent()).toBe(name);
  });

  test('settings are changed, and kept for ever where days are left empty', async () => {
    const tenant = await aTenant(own);
    const page = await thePageOf(tenant, { width });

    await page.getByRole('textbox', { name: 'Name' }).fill('Lotus Eye Clinic');
    await page.getByRole('radio', { name: 'Refuse them' }).check();
    await page.getByRole('textbox', { name: 'Keep transcripts for' }).fill('90');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText('The settings of Lotus Eye Clinic are saved.').waitFor();
    await page.getByRole('heading', { name: 'Lotus Eye Clinic', level: 1 }).waitFor();
    expect(await row(tenant.id)).toMatchObject({
      name: 'Lotus Eye Clinic',
      signature_policy: 'REQUIRE_SIGNED',
      transcript_retention_days: 90,
      recording_retention_days: null,
    });
    await page.getByRole('textbox', { name: 'Keep transcripts for' }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await eventually(() => row(tenant.id)).toMatchObject({ transcript_retention_days: null });
    await expectUsable(page);
  });

  test('calls are recorded after a notice, and analysis has its cap', async () => {
    const tenant = await aTenant(own);
    await own.admin(
      `insert into analysis_spending (tenant_id, day, tokens)
       values ($1, (now() at time zone 'Asia/Kolkata')::date, 1234)`,
      [tenant.id],
    );
    const page = await thePageOf(tenant, { width });
    const notice = page.getByRole('textbox', { name: 'Notice before a recording' });
    expect(await notice.isDisabled()).toBe(true);
    await page.getByText('1,234 used today').waitFor();

    await page.getByRole('switch', { name: 'Record calls' }).check();
    await notice.fill('');
    await page.getByRole('textbox', { name: 'Tokens a day for analysis' }).fill('5000');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The recording notice').waitFor();
    await expectUsable(page);
    await notice.fill('This call is recorded.');
    await page.getByRole('button', { name: 'Save' }).click();

    await page.getByText(`The settings of ${tenant.name} are saved.`).waitFor();
    expect(await row(tenant.id)).toMatchObject({
      record_calls: true,
      recording_notice: 'This call is recorded.',
      analysis_tokens_a_day: 5_000,
    });
  });

  test('calls are turned away and taken again, each after a question', async () => {
    const tenant = await aTenant(own, {
      name: `Sagar Motors and Sons, Spare Parts and Service Station, Jayanagar ${width}`,
    });
    const page = await thePageOf(tenant, { width });

    await page.getByRole('button', { name: `Suspend ${tenant.name}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('heading', { name: `Suspend ${tenant.name}?` }).waitFor();
    await expectUsable(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await row(tenant.id)).toMatchObject({ status: 'ACTIVE' });
    await page.getByRole('button', { name: `Suspend ${tenant.name}` }).click();
    await dialog.getByRole('button', { name: 'Suspend', exact: true }).click();
    await page.getByText(`Calls to ${tenant.name} are turned away from now on.`).waitFor();
    expect(await row(tenant.id)).toMatchObject({ status: 'SUSPENDED' });

    await page.getByRole('button', { name: `Resume ${tenant.name}` }).click();
    await dialog.getByRole('button', { name: 'Resume', exact: true }).click();
    await page.getByText(`Calls to ${tenant.name} are answered again.`).waitFor();
    expect(await row(tenant.id)).toMatchObject({ status: 'ACTIVE' });
  });

  test('everything of a business can be taken along', async () => {
    const tenant = await aTenant(own);
    const page = await thePageOf(tenant, { width });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Export the data of ${tenant.name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${tenant.slug}-[-0-9]+\\.zip$`));
    expect(await download.failure()).toBeNull();
  });

  test('a business is erased once its slug is typed', async () => {
    const tenant = await aTenant(own, { name: `Gone Soon ${width}` });
    const page = await thePageOf(tenant, { width });

    await page.getByRole('button', { name: `Erase ${tenant.name}` }).click();
    const erase = page.getByRole('dialog').getByRole('button', { name: 'Erase for good' });
    const slug = page.getByRole('textbox', { name: `Type ${tenant.slug} to confirm` });
    await slug.fill('another');
    expect(await erase.isDisabled()).toBe(true);
    await slug.fill(tenant.slug);
    await erase.click();

    await page.waitForURL(`${kaivox.url}/tenants`);
    await page.getByText(`${tenant.name} is erased.`).waitFor();
    expect(await row(tenant.id)).toBeUndefined();
    await eventually(() => page.getByRole('link', { name: tenant.name }).count()).toBe(0);
  });
});

test('a business beyond the first hundred can be opened as well', async () => {
  const oldest = await own.admin<{ id: string; name: string }>(
    `update tenants set created_at = now() - interval '1 year' where slug = 'pragati' returning id, name`,
  );
  for (let count = 0; count < 101; count += 1) await aTenant(own);
  const page = await theTenants();
  await page.getByRole('searchbox').fill('pragati');
  await page.getByRole('button', { name: `Open ${oldest[0]?.name}` }).click();
  await page.waitForURL(`${kaivox.url}/`);
  const chosen = page.getByRole('banner').getByRole('combobox', { name: 'Business' });
  await eventually(() => chosen.locator('option:checked').textContent()).toBe(oldest[0]?.name);
});

test('a long list is shown page by page', async () => {
  const page = await theTenants();
  const links = page.getByRole('table', { name: 'Businesses' }).getByRole('link');
  await eventually(() => links.count()).toBe(25);
  await page.getByRole('button', { name: 'Show more' }).click();
  await eventually(() => links.count()).toBe(50);
});

test('is nothing that a business’s own admin may see', async () => {
  const page = await signedIn(RECEPTION);
  expect(await page.getByRole('link', { name: 'Tenants' }).count()).toBe(0);
  await page.goto(`${kaivox.url}/tenants`);
  await page.getByRole('alert').getByText('Your account may not do this.').waitFor();
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(await theTenants({ colorScheme: 'dark' }));
});
