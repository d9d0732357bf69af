import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

/** The demo tenant's persona is as it was seeded when each test begins: it states no hours. */
beforeEach(async () => {
  await kaivox.database.admin('delete from persona_versions where version > 1');
  await kaivox.database.admin('update tenants set persona_version = 1');
});

async function thePersona(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/persona' });
  await page.getByRole('listitem').filter({ hasText: 'Version 1' }).waitFor();
  return page;
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const end = (page: Page, day: string) => page.getByLabel(`${day}: to`, { exact: true });
const statedHours = async () =>
  (
    await kaivox.database.admin<{ hours: unknown; outside_hours: string; closed_greeting: string }>(
      `select hours, outside_hours, closed_greeting from persona_versions
         join tenants on id = tenant_id and persona_version = version`,
    )
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('opening hours are stated, tried, saved, compared and brought back', async () => {
    const page = await thePersona({ width });
    await page.getByRole('checkbox', { name: 'State opening hours' }).click();
    await end(page, 'Monday').fill('13:00');
    await page.getByRole('button', { name: 'Monday: add times' }).click();
    await page.getByRole('button', { name: 'For Monday to Friday' }).click();
    await page.getByRole('combobox', { name: 'Saturday: open' }).selectOption('Open 24 hours');
    await page.getByRole('button', { name: 'Add a holiday or special day' }).click();
    await page.getByLabel('Date').fill('2026-12-25');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Christmas');
    await page.getByRole('radio', { name: 'Say so and hang up' }).check();
    await page
      .getByRole('textbox', { name: 'Greeting outside opening hours' })
      .fill('We are closed. Dial 112.');
    await page.getByRole('blockquote').filter({ hasText: 'We are closed. Dial 112.' }).waitFor();
    await expectUsable(page);

    const transcript = page.getByRole('region', { name: 'Test call' }).getByRole('list');
    await page.getByRole('combobox', { name: 'Play the call' }).selectOption('Outside opening hours');
    await page.getByRole('button', { name: 'Start a test call' }).click();
    await transcript.getByText('We are closed. Dial 112.').waitFor();
    await page.getByText('The call would end here.').waitFor();
    await page.getByText(/^Played as if it were .*: closed\.$/).waitFor();
    await page.getByRole('combobox', { name: 'Play the call' }).selectOption('During opening hours');
    await transcript.getByText('How can I help you today?').waitFor();
    await page.getByText(/^Played as if it were .*: open\.$/).waitFor();

    await save(page).click();
    await page.getByText('Version 2 is saved.').waitFor();
    expect(await statedHours()).toEqual({
      outside_hours: 'HANG_UP',
      closed_greeting: 'We are closed. Dial 112.',
      hours: {
        week: [
          ...['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({
            day,
            ranges: [
              { from: '09:00', to: '13:00' },
              { from: '14:00', to: '16:00' },
            ],
          })),
          { day: 'SATURDAY', ranges: [{ from: '00:00', to: '24:00' }] },
          { day: 'SUNDAY', ranges: [] },
        ],
        exceptions: [{ date: '2026-12-25', name: 'Christmas', ranges: [] }],
      },
    });

    await page.getByRole('button', { name: 'Show differences: Version 1' }).click();
    const differences = page.getByRole('dialog');
    await differences.getByRole('deletion').filter({ hasText: 'Monday: 09:00–13:00, 14:00–16:00' }).waitFor();
    await differences.getByRole('deletion').filter({ hasText: '25 Dec, 2026 (Christmas): Closed' }).waitFor();
    await differences.getByRole('insertion').filter({ hasText: 'Not stated' }).waitFor();
    await expectUsable(page);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Bring back version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bring back version 1' }).click();
    await page.getByText('Version 3 equals the older one').waitFor();
    expect(await page.getByRole('checkbox', { name: 'State opening hours' }).isChecked()).toBe(false);
    expect(await statedHours()).toMatchObject({ hours: null, outside_hours: 'ANSWER' });
  });
});

test('opening hours that are refused are named where they are typed, and stay', async () => {
  const page = await thePersona();
  await page.getByRole('checkbox', { name: 'State opening hours' }).click();
  await end(page, 'Tuesday').fill('09:00');

  await save(page).click();

  await page.getByRole('alert').filter({ hasText: "Tuesday: it can't open and close at 09:00." }).waitFor();
  expect(await end(page, 'Tuesday').inputValue()).toBe('09:00');
  await end(page, 'Tuesday').fill('02:00');
  await page.getByText('the next day').waitFor();
  await page.getByRole('radio', { name: 'Only take a message' }).check();
  await save(page).click();
  await page.getByText("The greeting outside opening hours can't be empty.").waitFor();
  await page.getByRole('textbox', { name: 'Greeting outside opening hours' }).fill('Please leave a message.');
  await save(page).click();
  await page.getByText('Version 2 is saved.').waitFor();
});

test('a language says how callers are heard in it', async () => {
  const page = await thePersona();
  const language = page.getByRole('combobox', { name: 'Language' });
  await page.getByText('Vobiz itself recognises what callers say in it.').waitFor();
  await language.selectOption('ta-IN');
  await page.getByText(/speaks Tamil \(India\).* recorded and transcribed, .* Indian English\./).waitFor();
  await save(page).click();
  await page.getByText('Version 2 is saved.').waitFor();
  await kaivox.database.admin(`update persona_versions set language = 'fr-FR' where version = 2`);
  await page.reload();
  await eventually(() => language.inputValue()).toBe('fr-FR');
});
