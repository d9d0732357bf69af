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
  await page.getByRole('heading', { name: 'Persona', level: 1 }).waitFor();
  await page.getByRole('listitem').filter({ hasText: 'Version 1' }).waitFor();
  return page;
}

const greeting = (page: Page) => page.getByRole('textbox', { name: 'Greeting' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const currentPersona = async () =>
  (
    await kaivox.database.admin<{ version: number; greeting: string; agent_name: string; facts: string }>(
      `select version, greeting, agent_name, facts from persona_versions
         join tenants on id = tenant_id and persona_version = version`,
    )
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a change is seen as callers will hear it, and saved as a version', async () => {
    const page = await thePersona({ width });

    await greeting(page).fill('Namaste! This is Pragati.');
    await page.getByRole('textbox', { name: 'Name of the receptionist' }).fill('Meera');
    await page.getByRole('blockquote').filter({ hasText: 'Namaste! This is Pragati.' }).waitFor();
    await page.getByText('Not saved yet: Name of the receptionist and Greeting').waitFor();
    await save(page).click();

    await page.getByText('Version 2 is saved.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Version 2' }).getByText('Answers now').waitFor();
    expect(await currentPersona()).toMatchObject({
      version: 2,
      greeting: 'Namaste! This is Pragati.',
      agent_name: 'Meera',
    });
    await expectUsable(page);
  });

  test('a test call goes with what is typed, and leaves nothing behind', async () => {
    const page = await thePersona({ width });
    await page.getByRole('textbox', { name: 'Facts it may tell' }).fill('On Sundays we are closed all day.');

    await page.getByRole('button', { name: 'Start a test call' }).click();
    const words = page.getByRole('textbox', { name: 'What the caller says' });
    await words.fill('Are you open on Sunday?');
    await words.press('Enter');

    const transcript = page.getByRole('region', { name: 'Test call' }).getByRole('list');
    await transcript.getByText('closed all day').waitFor();
    await transcript.getByText('Scripted receptionist').waitFor();
    await expectUsable(page);
    await words.fill('Thank you, goodbye.');
    await page.getByRole('button', { name: 'Say', exact: true }).click();
    await page.getByText('The call would end here.').waitFor();
    await page.getByRole('button', { name: 'What the model was told' }).first().click();
    await page.getByRole('dialog').getByText('On Sundays we are closed all day.').waitFor();
    expect(await kaivox.database.admin('select id from calls')).toEqual([]);
    expect(await currentPersona()).toMatchObject({ version: 1 });
  });

  test('an older version is compared, and brought back', async () => {
    const before = await currentPersona();
    const page = await thePersona({ width });
    await greeting(page).fill('Second greeting.');
    await save(page).click();
    await page.getByText('Version 2 is saved.').waitFor();

    await page.getByRole('button', { name: 'Show differences: Version 1' }).click();
    const differences = page.getByRole('dialog');
    expect(await differences.getByRole('deletion').first().textContent()).toBe('removed: Second greeting.');
    expect(await differences.getByRole('insertion').first().textContent()).toBe(`added: ${before?.greeting}`);
    await expectUsable(page);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Bring back version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bring back version 1' }).click();
    await page.getByText('Version 3 equals the older one').waitFor();
    await eventually(() => greeting(page).inputValue()).toBe(before?.greeting);
    expect(await currentPersona()).toMatchObject({ version: 3, greeting: before?.greeting });
  });
});

test('who leaves with unsaved changes is asked, and finds them again on staying', async () => {
  const page = await thePersona();
  await greeting(page).fill('Not yet.');

  await page.getByRole('link', { name: 'Calls' }).click();
  await page
    .getByRole('dialog', { name: 'Unsaved changes' })
    .getByRole('button', { name: 'Stay here' })
    .click();
  expect(await greeting(page).inputValue()).toBe('Not yet.');
  expect(new URL(page.url()).pathname).toBe('/persona');

  await page.getByRole('link', { name: 'Calls' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await page.getByRole('heading', { name: 'Calls', level: 1 }).waitFor();
  expect(await currentPersona()).toMatchObject({ version: 1 });
});

test('what is refused is told at its field, and nothing typed is lost', async () => {
  const page = await thePersona();
  await page.getByRole('textbox', { name: 'Name of the receptionist' }).fill('Meera');
  await greeting(page).fill('  ');

  await save(page).click();

  await page.getByText("The greeting can't be empty.").waitFor();
  expect(await greeting(page).getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByRole('textbox', { name: 'Name of the receptionist' }).inputValue()).toBe('Meera');
  await greeting(page).fill('Hello.');
  await page.keyboard.press('Control+s');
  await page.getByText('Version 2 is saved.').waitFor();
});

test('two people who save at the same time keep each other’s changes', async () => {
  const [mine, theirs] = await Promise.all([thePersona(), thePersona()]);
  await theirs.getByRole('textbox', { name: 'Name of the receptionist' }).fill('Meera');
  await save(theirs).click();
  await theirs.getByText('Version 2 is saved.').waitFor();

  await greeting(mine).fill('Mine.');
  await save(mine).click();

  await mine.getByText('Version 3 is saved.').waitFor();
  expect(await currentPersona()).toMatchObject({ version: 3, greeting: 'Mine.', agent_name: 'Meera' });
});

describe('where the browser', () => {
  test('has voices, texts are read aloud', async () => {
    const page = await thePersona();
    await page.evaluate(`speechSynthesis.speak = (utterance) => {
      document.title = [utterance.lang, utterance.text].join(': ');
      utterance.onend();
    }`);
    await greeting(page).fill('Namaste!');
    await page.getByRole('button', { name: 'Listen: When somebody calls' }).click();
    await eventually(() => page.title()).toBe('en-IN: Namaste!');
  });

  test('understands speech, the caller speaks', async () => {
    const page = await thePersona();
    await page.evaluate(`window.webkitSpeechRecognition = window.SpeechRecognition = class {
      start() {
        this.onresult({ results: [[{ transcript: 'Are you open' }], [{ transcript: 'on Sunday?' }]] });
        this.onend();
      }
      abort() {}
    }`);
    await page.getByRole('button', { name: 'Start a test call' }).click();
    await page.getByRole('button', { name: 'Speak' }).click();
    const transcript = page.getByRole('region', { name: 'Test call' }).getByRole('list');
    await transcript.getByText('Are you open on Sunday?').waitFor();
    await transcript.getByText('Scripted receptionist').waitFor();
  });

  test('does neither, everything is typed and read', async () => {
    const page = await signedIn(RECEPTION);
    await page.addInitScript(`
      delete window.SpeechRecognition;
      delete window.webkitSpeechRecognition;
      delete window.speechSynthesis;
    `);
    await page.goto(`${kaivox.url}/persona`);
    await page.getByRole('button', { name: 'Start a test call' }).click();
    await page.getByRole('textbox', { name: 'What the caller says' }).waitFor();
    expect(await page.getByRole('button', { name: /^(Listen|Speak)/ }).count()).toBe(0);
    expect(await page.getByRole('switch').count()).toBe(0);
  });
});

test('staff read it, and change nothing', async () => {
  const staff = { email: 'staff@pragati.example', password: 'a window over the lamp' };
  const token = await kaivox.graphql.signIn(RECEPTION);
  await kaivox.graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    token,
    variables: { input: { ...staff, name: 'Sunita', role: 'TENANT_STAFF' } },
  });
  const page = await signedIn(staff, { at: '/persona' });
  await page.getByText('Your account may read this.').waitFor();
  expect(await greeting(page).isEditable()).toBe(false);
  expect(await save(page).count()).toBe(0);
  await page.getByRole('region', { name: 'Opening hours' }).getByText('Not stated').waitFor();
  expect(await page.getByRole('button', { name: 'Start a test call' }).count()).toBe(0);
  await expectUsable(page);
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(await thePersona({ colorScheme: 'dark' }));
});
