import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Telephone, TelephoneOptions } from '../../phone/telephone.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

const idOf = async ({ call }: Telephone): Promise<string> => {
  const [found] = await kaivox.database.admin<{ id: string }>(
    'select id from calls where provider_call_id = $1',
    [call.callId],
  );
  return found?.id ?? '';
};

async function thePageOf(phone: Telephone, looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { at: `/calls/${await idOf(phone)}`, ...looks });
  await page.getByRole('heading', { name: 'Transcript', level: 2 }).waitFor();
  return page;
}

const lines = (page: Page) => page.getByRole('list', { name: 'Transcript' }).getByRole('listitem');
const heading = (page: Page, caller: string) =>
  page.getByRole('heading', { name: caller, level: 1 }).waitFor();

async function keyOfPragati(): Promise<string> {
  const token = await kaivox.graphql.signIn(ADMIN);
  const { data } = await kaivox.graphql(
    '{ tenants { edges { node { slug keyedWebhookUrls { answer } } } } }',
    { token },
  );
  type Edge = { node: { slug: string; keyedWebhookUrls: { answer: string } } };
  const { edges } = (data?.tenants ?? { edges: [] }) as { edges: Edge[] };
  const pragati = edges.find(({ node }) => node.slug === 'pragati');
  const url = pragati?.node.keyedWebhookUrls.answer;
  return new URL(url ?? '').searchParams.get('k') ?? '';
}

/** A call in which that was said, over unless it `goesOn`. */
async function aCall(words: string[], options: Partial<TelephoneOptions> & { goesOn?: boolean } = {}) {
  const { goesOn = false, ...line } = options;
  const phone = kaivox.phone(line);
  await phone.dial();
  for (const said of words) await phone.say(said, { confidence: 0.87 });
  if (!goesOn) await phone.hangUp();
  return phone;
}

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a call grows line by line, and tells what it was about once it is over', async () => {
    const phone = await aCall([], { from: '+919811100001', goesOn: true });
    const page = await thePageOf(phone, { width });
    await heading(page, '+91 98111 00001');
    await page.getByText('The call is going on').waitFor();
    expect(await lines(page).count()).toBe(1);

    await phone.say('This is terrible, I am very angry. I want to speak to a person.', { confidence: 0.87 });
    await lines(page).nth(2).waitFor();
    expect(await lines(page).nth(1).textContent()).toContain('I want to speak to a person.');
    expect(await lines(page).nth(1).textContent()).toContain('87 % certain');
    expect(await lines(page).nth(2).textContent()).toMatch(/Scripted · after [\d.]+ s/);
    await expectUsable(page);
    await phone.hangUp();

    const summary = page.getByRole('region', { name: 'Summary' });
    await summary.getByText('Negative').waitFor();
    await summary.getByText('Wants a person').waitFor();
    await page.getByText('The call is going on').waitFor({ state: 'hidden' });
    await page.getByRole('region', { name: 'Follow-ups' }).getByText('Open').waitFor();
    await expectUsable(page);
  });

  test('a caller who called before is known by name, and their other calls are a click away', async () => {
    const from = `+9198222${String(width).padStart(5, '0')}`;
    const [first, second] = [await aCall(['Hello'], { from }), await aCall(['Hello again'], { from })];
    await kaivox.database.admin(
      `update customers set name = 'Meera Iyer', tags = '{regular}' where phone = $1`,
      [from],
    );
    const page = await thePageOf(second, { width });
    await heading(page, 'Meera Iyer');

    const card = page.getByRole('region', { name: 'Customer' });
    await card.getByText('2 calls').waitFor();
    await card.getByRole('list', { name: 'Tags' }).getByText('regular').waitFor();
    await card.getByRole('link', { name: 'Meera Iyer' }).click();

    await page.waitForURL('**/customers/*');
    await heading(page, 'Meera Iyer');
    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('link');
    await eventually(() => calls.count()).toBe(2);
    expect(await calls.nth(1).getAttribute('href')).toBe(`/calls/${await idOf(first)}`);
  });

  test('an admin reads what the receptionist was told for a line, by keyboard alone', async () => {
    const from = `+9198444${String(width).padStart(5, '0')}`;
    await aCall(['Hello'], { from });
    await kaivox.database.admin(
      `update customers set notes = 'Prefers mornings.', notes_tellable = true where phone = $1`,
      [from],
    );
    // What is known of a caller is told in verified calls alone.
    const phone = await aCall(['When are you open?'], { from, key: await keyOfPragati() });
    const page = await thePageOf(phone, { width });
    const ask = lines(page)
      .nth(2)
      .getByRole('button', { name: /^What the model was told/ });

    await ask.focus();
    await page.keyboard.press('Enter');

    const dialog = page.getByRole('dialog', { name: 'What the model was told' });
    const instructions = dialog.getByRole('region', { name: 'Instructions, to the letter' });
    await instructions.getByText('You are').first().waitFor();
    await dialog
      .getByRole('region', { name: 'Of the caller, in a message of its own' })
      .getByText('Prefers mornings.')
      .waitFor();
    await dialog.getByText('After that came lines 1 to 2 of this transcript').waitFor();
    await expectUsable(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialog.getByRole('button', { name: 'Copy: What the model was told' }).press('Enter');
    await dialog.getByRole('button', { name: 'Copied: What the model was told' }).waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(/^You are .+\n\n[\s\S]+Never say that you are a person/);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await eventually(() => ask.evaluate(hasFocus)).toBe(true);
  });

  test('calls are left for the one before and the one after, by key and by button', async () => {
    const tenant = await aTenant(kaivox.database);
    const words = ['The first of three', 'The second of three', 'The third of three'];
    const phones: Telephone[] = [];
    for (const said of words) phones.push(await aCall([said], { tenant: tenant.slug }));
    const [, middle] = phones;
    const page = await signedIn(ADMIN, { at: `/calls/${middle ? await idOf(middle) : ''}`, width });
    const shows = (said: string) => lines(page).getByText(said, { exact: true }).waitFor();
    const [previous, next] = ['Previous call', 'Next call'].map((name) => page.getByRole('button', { name }));
    await shows('The second of three');
    const chooser = page.getByRole('combobox', { name: 'Business' });
    await eventually(() => chooser.inputValue()).toBe(tenant.id);

    await previous?.click();
    await shows('The third of three');
    await eventually(async () => previous?.isDisabled()).toBe(true);
    await eventually(async () => next?.isEnabled()).toBe(true);
    await page.keyboard.press('j');
    await shows('The second of three');
    await eventually(async () => next?.isEnabled()).toBe(true);
    await page.keyboard.press(']');
    await shows('The first of three');
    await eventually(async () => next?.isDisabled()).toBe(true);
    await eventually(async () => previous?.isEnabled()).toBe(true);
    await page.keyboard.press('k');
    await shows('The second of three');
    await expectUsable(page);

    await chooser.selectOption("Pragati Women's Hospital");
    await page.waitForURL('**/calls');
  });
});

test('who called without a number is anonymous', async () => {
  const page = await thePageOf(await aCall(['Hello'], { from: 'anonymous' }));
  await heading(page, 'Anonymous caller');
  expect(await page.getByRole('region', { name: 'Customer' }).count()).toBe(0);
});

test('staff read a call, and not what the model was told', async () => {
  const { graphql } = kaivox;
  const sunita = { email: 'sunita@pragati.example', password: 'marble kettle orchid' };
  await graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    token: await graphql.signIn(RECEPTION),
    variables: {
      input: { ...sunita, name: 'Sunita', role: 'TENANT_STAFF', mustChangePassword: false },
    },
  });
  const phone = await aCall(['When are you open?']);
  const page = await signedIn(sunita, { at: `/calls/${await idOf(phone)}` });
  await lines(page).nth(2).waitFor();
  expect(await lines(page).nth(2).getByRole('button').count()).toBe(0);
});

test('a name that the caller said is taken over with a click', async () => {
  const from = '+919855500001';
  const phone = await aCall(['Hello'], { from });
  await kaivox.database.admin(
    `update customers set name = 'Rao', heard_name = 'Anuradha Rao' where phone = $1`,
    [from],
  );
  const page = await thePageOf(phone);
  await heading(page, 'Rao');
  const card = page.getByRole('region', { name: 'Customer' });
  await card.getByText('Said that their name is Anuradha Rao.').waitFor();
  await expectUsable(page);

  await card.getByRole('button', { name: 'Use this name' }).click();

  await heading(page, 'Anuradha Rao');
  await card.getByText('Said that their name is').waitFor({ state: 'hidden' });
});

test('a transcript is copied, and saved as text and as JSON', async () => {
  const phone = await aCall(['Are you open on Sunday?'], { from: '+919833300001' });
  const page = await thePageOf(phone);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await page.getByRole('button', { name: 'Copy transcript' }).click();
  await page.getByText('The transcript is copied.').waitFor();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toMatch(
    /^[\d:]+ [ap]m {2}Receptionist: .+\n[\d:]+ [ap]m {2}Caller: Are you open on Sunday\?\n/,
  );

  const text = await saved(page, 'Save as text');
  expect(text.name).toMatch(/^call-[\d-]+-[0-9a-f]{8}\.txt$/);
  expect(text.content).toContain(copied);
  const json = await saved(page, 'Save as JSON');
  expect(JSON.parse(json.content)).toMatchObject({
    from: '+919833300001',
    providerCallId: phone.call.callId,
  });
});

async function saved(page: Page, way: string): Promise<{ name: string; content: string }> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: way }).click(),
  ]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path(), 'utf8') };
}

test('on paper a call is its words, without what can only be clicked', async () => {
  const page = await thePageOf(await aCall(['Are you open on Sunday?']), { colorScheme: 'dark' });
  const summary = page.getByRole('region', { name: 'Summary' });
  await summary.waitFor();
  await page.emulateMedia({ media: 'print' });

  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.getByRole('button', { name: 'Copy transcript' }).isVisible()).toBe(false);
  expect(await lines(page).getByText('Are you open on Sunday?', { exact: true }).isVisible()).toBe(true);
  const [black, white, nothing] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
  expect(await page.locator('body').evaluate(coloursOf)).toEqual({ ground: white, ink: black });
  expect(await summary.evaluate(coloursOf)).toEqual({ ground: nothing, ink: black });
});

test('another business’s call is not there', async () => {
  const { slug } = await aTenant(kaivox.database);
  const phone = await aCall(['Hello'], { tenant: slug });
  const page = await signedIn(RECEPTION, { at: `/calls/${await idOf(phone)}` });
  await page.getByRole('alert').getByText('There is nothing here, or it is not yours to see.').waitFor();
});

const hasFocus = (element: unknown) => {
  const { ownerDocument } = element as { ownerDocument: { activeElement: unknown } };
  return ownerDocument.activeElement === element;
};

type Styled = { ownerDocument: { defaultView: { getComputedStyle(of: unknown): Record<string, string> } } };
function coloursOf(element: unknown) {
  const { backgroundColor, color } = (element as Styled).ownerDocument.defaultView.getComputedStyle(element);
  return { ground: backgroundColor, ink: color };
}

test('a call’s details tell who hung up, in plain words and in Hindi, and any other word as it came', async () => {
  const phone = await aCall([], { from: '+919866600001', dialect: 'vobizxml' });
  const page = await thePageOf(phone);
  const details = page.getByRole('region', { name: 'Details' });
  expect(await details.getByText('Hung up by').locator('+ dd').textContent()).toBe('the caller');

  const says = (word: string) =>
    kaivox.database.admin('update calls set hangup_source = $1 where provider_call_id = $2', [
      word,
      phone.call.callId,
    ]);
  for (const [word, shown] of [
    ['Callee', 'us'],
    ['Vobiz', 'the carrier (Vobiz)'],
    ['Somebody', 'Somebody'],
  ] as const) {
    await says(word);
    await page.reload();
    await details.getByText('Hung up by').locator('+ dd').getByText(shown, { exact: true }).waitFor();
  }

  await says('Callee');
  await page.evaluate(() => localStorage.setItem('kaivox.language', 'hi'));
  await page.reload();
  const inHindi = page.getByRole('region', { name: 'विवरण' });
  await inHindi.getByText('कॉल किसने काटी').locator('+ dd').getByText('हमने', { exact: true }).waitFor();
  await expectUsable(page);
});
