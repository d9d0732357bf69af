import { readFile } from 'node:fs/promises';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, page, signedIn } = await aConsole();

/** A super admin of one's own for each test: a code is good once. */
async function aSuperAdmin(): Promise<typeof ADMIN> {
  const user = { email: `boss-${crypto.randomUUID().slice(0, 8)}@kaivox.example`, password: ADMIN.password };
  await kaivox.graphql('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    token: await kaivox.graphql.signIn(ADMIN),
    variables: { input: { ...user, name: 'Boss', role: 'SUPER_ADMIN' } },
  });
  return user;
}

async function thePage(user: typeof ADMIN, looks?: Looks): Promise<Page> {
  const opened = await signedIn(user, looks);
  await opened.getByRole('button', { name: 'Account' }).click();
  await opened.getByRole('menuitem', { name: 'Second factor' }).click();
  await opened.getByRole('heading', { name: 'Second factor', level: 1 }).waitFor();
  return opened;
}

/** What an authenticator app shows, `steps` of 30 seconds from now: within the time that the server allows. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Sets it up as far as the recovery codes. @returns the app's secret, and the codes */
async function setUp(opened: Page): Promise<{ secret: string; codes: string[] }> {
  await opened.getByRole('button', { name: 'Set up a second factor' }).click();
  await opened.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  const shown = await opened.getByRole('group', { name: 'Secret' }).getByRole('code').textContent();
  const secret = shown?.replaceAll(' ', '') ?? '';
  await opened.getByRole('textbox', { name: 'Code from the app' }).fill(codeOf(secret));
  await opened.getByRole('button', { name: 'Turn on the second factor' }).click();
  const list = opened.getByRole('list', { name: 'Recovery codes' });
  await list.waitFor();
  return { secret, codes: await list.getByRole('listitem').allTextContents() };
}

async function signsIn(user: typeof ADMIN): Promise<Page> {
  const opened = await page();
  await opened.goto(kaivox.url);
  await opened.getByRole('textbox', { name: 'Email' }).fill(user.email);
  await opened.getByRole('textbox', { name: 'Password' }).fill(user.password);
  await opened.getByRole('button', { name: 'Sign in' }).click();
  await opened.getByRole('textbox', { name: 'Code' }).waitFor();
  return opened;
}

async function entersCode(opened: Page, code: string): Promise<void> {
  await opened.getByRole('textbox', { name: 'Code' }).fill(code);
  await opened.getByRole('button', { name: 'Sign in' }).click();
}

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a super admin sets it up, keeps the codes, and is asked for one at the next sign-in', async () => {
    const boss = await aSuperAdmin();
    const opened = await thePage(boss, { width });
    await expectUsable(opened);
    await opened.getByRole('button', { name: 'Set up a second factor' }).click();
    await opened.getByRole('textbox', { name: 'Code from the app' }).fill('000000');
    await expectUsable(opened);
    await opened.getByRole('button', { name: 'Turn on the second factor' }).click();
    await opened.getByText('This code is wrong, or was used already.').waitFor();
    await opened.reload();

    const { secret, codes } = await setUp(opened);

    expect(codes).toHaveLength(10);
    await expectUsable(opened);
    const [download] = await Promise.all([
      opened.waitForEvent('download'),
      opened.getByRole('button', { name: 'Download' }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(codes.every((code) => file.includes(code))).toBe(true);
    const done = opened.getByRole('button', { name: 'Done' });
    expect(await done.isDisabled()).toBe(true);
    await opened.getByRole('checkbox', { name: 'I have stored these codes' }).check();
    await done.click();
    await opened.getByText('Your second factor is on.').waitFor();
    expect(await opened.getByText(codes[0] ?? '').count()).toBe(0);

    const again = await signsIn(boss);
    await entersCode(again, codeOf(secret, 5));
    await again.getByText('This code is wrong, or was used already.').waitFor();
    await entersCode(again, codeOf(secret, 1));
    await again.getByRole('button', { name: 'Account' }).waitFor();
  });
});

test('a recovery code is good for one sign-in', async () => {
  const boss = await aSuperAdmin();
  const { codes } = await setUp(await thePage(boss));
  const opened = await signsIn(boss);
  await entersCode(opened, codes[3] ?? '');
  await opened.getByRole('button', { name: 'Account' }).waitFor();
  const again = await signsIn(boss);
  await entersCode(again, codes[3] ?? '');
  await again.getByText('This code is wrong, or was used already.').waitFor();
});

test('it is turned off with password and code, and then no longer asked for', async () => {
  const boss = await aSuperAdmin();
  const opened = await thePage(boss);
  const { secret } = await setUp(opened);
  await opened.getByRole('checkbox', { name: 'I have stored these codes' }).check();
  await opened.getByRole('button', { name: 'Done' }).click();

  await opened.getByRole('textbox', { name: 'Your password' }).fill('not the password');
  await opened.getByRole('textbox', { name: 'Code' }).fill(codeOf(secret, 1));
  await opened.getByRole('button', { name: 'Turn off the second factor' }).click();
  await opened.getByText('This is not your password.').waitFor();
  await opened.getByRole('textbox', { name: 'Your password' }).fill(boss.password);
  await opened.getByRole('button', { name: 'Turn off the second factor' }).click();

  await opened.getByRole('button', { name: 'Set up a second factor' }).waitFor();
  expect(await kaivox.graphql.signIn(boss)).toMatch(/./);
});

test('a business’s own people set one up as well', async () => {
  const opened = await signedIn(RECEPTION);
  await opened.getByRole('button', { name: 'Account' }).click();
  await opened.getByRole('menuitem', { name: 'Second factor' }).click();
  await opened.getByRole('button', { name: 'Set up a second factor' }).waitFor();
});

test('a code is asked for before a business’s data is exported, and then the export begins', async () => {
  const boss = await aSuperAdmin();
  const { codes } = await setUp(await thePage(boss));
  const opened = await signsIn(boss);
  await entersCode(opened, codes[0] ?? '');
  await opened.getByRole('button', { name: 'Account' }).waitFor();
  await kaivox.database.admin(`update sessions set second_factor_at = now() - interval '6 minutes'`);
  const [tenant] = await kaivox.database.admin<{ id: string }>(
    `select id from tenants where slug = 'pragati'`,
  );
  await opened.goto(`${kaivox.url}/tenants/${tenant?.id}`);
  await opened.getByRole('button', { name: /^Export .*Pragati/ }).click();
  const dialog = opened.getByRole('dialog', { name: 'Once more: a code' });
  await dialog.getByRole('textbox', { name: 'Code' }).fill('000000');
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await dialog.getByText('This code is wrong, or was used already.').waitFor();
  await expectUsable(opened);
  await dialog.getByRole('textbox', { name: 'Code' }).fill(codes[1] ?? '');
  const [download] = await Promise.all([
    opened.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Go on' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pragati-.*\.zip$/);
});

test.each(WIDTHS)(
  'where super admins need one, nothing else is shown before it is set up, at %i px',
  async (width) => {
    const boss = await aSuperAdmin();
    await kaivox.database.admin('update platform_settings set require_second_factor = true');
    const opened = await page({ width });
    await opened.goto(kaivox.url);
    await opened.getByRole('textbox', { name: 'Email' }).fill(boss.email);
    await opened.getByRole('textbox', { name: 'Password' }).fill(boss.password);
    await opened.getByRole('button', { name: 'Sign in' }).click();
    await opened.getByText('Super admins need a second factor here.').waitFor();
    await expectUsable(opened);
    await setUp(opened);
    await opened.getByRole('checkbox', { name: 'I have stored these codes' }).check();
    await opened.getByRole('button', { name: 'Done' }).click();
    await opened.getByRole('button', { name: 'Account' }).waitFor();
    await kaivox.database.admin('update platform_settings set require_second_factor = false');
  },
);

test('in the dark, it can be read and scanned as well', async () => {
  const opened = await thePage(await aSuperAdmin(), { colorScheme: 'dark' });
  await setUp(opened);
  await expectUsable(opened);
});
