import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TelephoneOptions } from '../../phone/telephone.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

async function theCalls(looks?: Looks & { at?: string }): Promise<Page> {
  const page = await signedIn(RECEPTION, { at: '/calls', ...looks });
  await page.getByRole('heading', { name: 'Calls', level: 1 }).waitFor();
  return page;
}

const items = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
const links = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('link');
const counted = (page: Page, count: string) =>
  page.getByRole('status').getByText(count, { exact: true }).waitFor();

let callers = 0;
/** A number that no caller has called from. */
function aNumber(): { from: string; shown: string } {
  callers += 1;
  const last = String(callers).padStart(5, '0');
  return { from: `+9191111${last}`, shown: `+91 91111 ${last}` };
}

/** A whole call, that was analysed as well. */
async function aCall(words: string, options: Partial<TelephoneOptions> = {}): Promise<string> {
  const phone = kaivox.phone({ from: aNumber().from, ...options });
  await phone.dial();
  await phone.say(words);
  await phone.hangUp();
  await eventually(async () =>
    kaivox.database.admin(
      'select from call_analyses join calls c on c.id = call_id where provider_call_id = $1',
      [phone.call.callId],
    ),
  ).toHaveLength(1);
  return phone.call.callId;
}

/** So many calls of a business of its own, a minute apart. */
async function aBusinessWith(calls: number): Promise<{ id: string; name: string }> {
  const tenant = await aTenant(kaivox.database, { name: `Business with ${calls} calls` });
  await kaivox.database.admin(
    `insert into calls (tenant_id, provider_call_id, status, "from", started_at, last_heard_at, ended_at, duration_seconds)
     select $1, 'past-' || n, 'COMPLETED', '+9190000' || lpad(n::text, 5, '0'), at, at, at, 60
       from generate_series(1, $2::int) n cross join lateral (select now() - n * interval '1 min' as at) t`,
    [tenant.id, calls],
  );
  return tenant;
}

/** As a super admin who looks at a business. */
async function theCallsOf(tenant: { name: string }, looks?: Looks): Promise<Page> {
  const page = await signedIn(ADMIN, { at: '/calls', ...looks });
  await page.getByRole('combobox', { name: 'Business' }).selectOption(tenant.name);
  return page;
}

const showFilters = async (page: Page, width: number) => {
  if (width < 700) await page.getByRole('button', { name: /^Filters/ }).click();
};

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a call is there while it goes on, and tells what it was about once it is over', async () => {
    const page = await theCalls({ width });
    const { from, shown } = aNumber();
    const phone = kaivox.phone({ from });

    await phone.dial();
    const call = items(page).filter({ hasText: shown });
    await call.getByText('In progress').waitFor();
    await phone.say('This is wonderful, thank you so much. When are you open?');
    await phone.hangUp();

    await call.getByText('Positive').waitFor();
    await call.getByText('opening hours').first().waitFor();
    await expectUsable(page);
  });

  test('a call is found by what was said, and the address keeps that', async () => {
    await aCall(`Do you treat a marigold allergy number ${width}?`);
    const page = await theCalls({ width });

    await page.getByRole('searchbox', { name: 'Search in what was said' }).fill(`marigold ${width}`);

    await eventually(async () => new URL(page.url()).searchParams.get('search')).toBe(`marigold ${width}`);
    await counted(page, '1 call');
    await page.reload();
    await counted(page, '1 call');
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await eventually(async () => new URL(page.url()).search).toBe('');
  });

  test('filters narrow the list; cleared, they show it whole', async () => {
    await aCall('I am very angry. This is terrible, nobody called me back.');
    await aCall('Where are you?');
    const page = await theCalls({ width });
    await items(page).first().waitFor();
    await showFilters(page, width);

    await page.getByRole('combobox', { name: 'Sentiment' }).selectOption('Negative');
    await eventually(
      async () =>
        new Set(
          await items(page)
            .getByText(/^(Positive|Neutral|Negative)$/)
            .allTextContents(),
        ),
    ).toEqual(new Set(['Negative']));
    await page.getByRole('combobox', { name: 'Intent' }).selectOption('Location');
    await page.getByText('No call fits. Change or clear the filters.').waitFor();
    await expectUsable(page);
    expect(new URL(page.url()).search).toBe('?sentiment=NEGATIVE&intent=LOCATION');

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await items(page).first().waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('calls are walked by key, and left and found again where one was', async () => {
    const page = await theCallsOf(await aBusinessWith(30), { width });
    await counted(page, '30 calls');

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    const second = await links(page).nth(1).getAttribute('href');
    await eventually(() => page.locator(':focus').getAttribute('href')).toBe(second);
    await page.keyboard.press('End');
    await eventually(() => page.locator(':focus').textContent()).toContain('+91 90000 00030');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '+91 90000 00030', level: 1 }).waitFor();

    await page.goBack();
    await links(page).filter({ hasText: '+91 90000 00030' }).waitFor();
    await eventually(() => links(page).filter({ hasText: '+91 90000 00030' }).evaluate(isInSight)).toBe(true);
  });

  test('further calls come by scrolling, and only those in sight are on the page', async () => {
    const page = await theCallsOf(await aBusinessWith(260), { width });
    await counted(page, '260 calls');

    await page.keyboard.press('j');
    await eventually(async () => {
      await page.keyboard.press('End');
      return page.locator(':focus').textContent();
    }).toContain('+91 90000 00260');

    expect(await items(page).count()).toBeLessThan(60);
    const last = items(page).filter({ hasText: '+91 90000 00260' });
    expect(await last.getAttribute('aria-posinset')).toBe('260');
    expect(await last.getAttribute('aria-setsize')).toBe('260');
    await expectUsable(page);
  });

  test('a business that no caller called yet is told what comes', async () => {
    const page = await theCallsOf(await aTenant(kaivox.database, { name: `Quiet ${width}` }), { width });
    await page.getByText('No calls yet.').waitFor();
    await expectUsable(page);
  });
});

test('a call that comes in above moves nothing for a user who reads below', async () => {
  const tenant = await aBusinessWith(90);
  const page = await theCallsOf(tenant);
  await counted(page, '90 calls');
  await page.keyboard.press('j');
  await eventually(async () => {
    await page.keyboard.press('End');
    return page.locator(':focus').textContent();
  }).toContain('+91 90000 00090');
  const before = await page.locator(':focus').boundingBox();

  const phone = kaivox.phone({ tenant: (await slugOf(tenant.id)) ?? '' });
  await phone.dial();

  await counted(page, '91 calls');
  await eventually(() => page.locator(':focus').boundingBox()).toEqual(before);
});

test('what could not be loaded is tried again', async () => {
  const page = await theCalls();
  const answer = {
    errors: [{ message: 'No.', extensions: { code: 'INTERNAL_SERVER_ERROR', errorId: 'e-42' } }],
  };
  await page.route('**/graphql', (route) => route.fulfill({ json: answer }), { times: 1 });

  await page.getByRole('searchbox', { name: 'Search in what was said' }).fill('parking');
  await page.getByRole('alert').getByText('e-42').waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('No call fits.').waitFor();
});

test('in the dark it can be read as well', async () => {
  await aCall('Where are you?');
  const page = await theCalls({ colorScheme: 'dark' });
  await items(page).first().waitFor();
  await expectUsable(page);
});

const slugOf = async (id: string) =>
  (await kaivox.database.admin<{ slug: string }>('select slug from tenants where id = $1', [id]))[0]?.slug;

type Box = { getBoundingClientRect(): { top: number; bottom: number } };
function isInSight(element: unknown): boolean {
  const { top, bottom } = (element as Box).getBoundingClientRect();
  return top >= 0 && bottom <= 900;
}
