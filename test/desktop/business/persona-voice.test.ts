import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

/** The demo tenant's persona is as it was seeded when each test begins. */
beforeEach(async () => {
  await kaivox.database.admin('delete from persona_versions where version > 1');
  await kaivox.database.admin('update tenants set persona_version = 1');
});

async function thePersona(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/persona' });
  await page.getByRole('listitem').filter({ hasText: 'Version 1' }).waitFor();
  return page;
}

const voice = (page: Page) => page.getByRole('combobox', { name: 'Voice' });
const spokenAs = (page: Page) => page.getByRole('combobox', { name: 'Spoken as' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('an owner chooses how the receptionist sounds, and learns what Vobiz documents', async () => {
    const page = await thePersona({ width });
    expect(await voice(page).inputValue()).toBe('WOMAN');
    expect(await spokenAs(page).inputValue()).toBe('');
    await page.getByText('Vobiz’s published table of voices doesn’t have English (India)').waitFor();

    await voice(page).selectOption({ label: 'A man’s voice' });
    await spokenAs(page).selectOption('en-GB');
    await page.getByText('Vobiz’s published table of voices has English (United Kingdom).').waitFor();
    await page.getByText('Not saved yet: Voice and Spoken as').waitFor();
    await expectUsable(page);
    await save(page).click();
    await page.getByText('Version 2 is saved.').waitFor();
    expect(
      await kaivox.database.admin('select voice, voice_language from persona_versions where version = 2'),
    ).toEqual([{ voice: 'MAN', voice_language: 'en-GB' }]);

    await page.getByRole('button', { name: 'Show differences: Version 1' }).click();
    const differences = page.getByRole('dialog');
    await differences.getByText('English (United Kingdom)').waitFor();
    await differences.getByText('As the language above').waitFor();
    await page.keyboard.press('Escape');

    await spokenAs(page).selectOption({ label: 'As the language above' });
    await save(page).click();
    await page.getByText('Version 3 is saved.').waitFor();
    await page.reload();
    await eventually(() => spokenAs(page).inputValue()).toBe('');
    expect(await voice(page).inputValue()).toBe('MAN');
  });
});

test('a language that isn’t in the list stays', async () => {
  await kaivox.database.admin(`update persona_versions set voice_language = 'fr-FR'`);
  const page = await thePersona();
  expect(await spokenAs(page).inputValue()).toBe('fr-FR');
  await kaivox.database.admin('update persona_versions set voice_language = null');
});
