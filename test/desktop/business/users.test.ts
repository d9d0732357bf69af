import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const { kaivox, page, signedIn } = await aConsole();

/** The page of a user who has just signed in by hand. */
async function signsIn(user: { email: string; password: string }, looks?: Looks): Promise<Page> {
  const opened = await page(looks);
  await opened.goto(kaivox.url);
  await opened.getByRole('textbox', { name: 'Email' }).fill(user.email);
  await opened.getByRole('textbox', { name: 'Password' }).fill(user.password);
  await opened.getByRole('button', { name: 'Sign in' }).click();
  return opened;
}

/** Where an admin looks after users, by way of their own menu. */
async function theUsers(who: typeof ADMIN, looks?: Looks): Promise<Page> {
  const opened = await signedIn(who, looks);
  await opened.getByRole('button', { name: 'Account' }).click();
  await opened.getByRole('menuitem', { name: 'Users' }).click();
  await opened.getByRole('heading', { name: 'Users', level: 1 }).waitFor();
  return opened;
}

/** @returns the password that is shown once */
async function invite(
  opened: Page,
  { name, email, mustChoose = true }: { name: string; email: string; mustChoose?: boolean },
): Promise<string> {
  await opened.getByRole('button', { name: /^Invite a/ }).click();
  const dialog = opened.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('textbox', { name: 'Email' }).fill(email);
  await dialog.getByRole('checkbox', { name: 'They have to choose a password' }).setChecked(mustChoose);
  await dialog.getByRole('button', { name: 'Invite' }).click();
  return notedPassword(opened, name);
}

async function notedPassword(opened: Page, name: string): Promise<string> {
  const dialog = opened.getByRole('dialog', { name: `Password for ${name}` });
  const password = await dialog
    .getByRole('group', { name: 'Temporary password' })
    .getByRole('code')
    .textContent();
  await dialog.getByRole('button', { name: 'I have noted it' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return password ?? '';
}

async function choose(opened: Page, name: string, action: string): Promise<void> {
  await opened.getByRole('button', { name: `Actions for ${name}` }).click();
  await opened.getByRole('menuitem', { name: action }).click();
}

const accountOf = async (email: string) =>
  (
    await kaivox.database.admin<{ role: string; disabled: boolean }>(
      'select role, disabled_at is not null as disabled from users where email = $1',
      [email],
    )
  )[0];

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('an admin invites a colleague, who chooses a password before anything else', async () => {
    const someone = { name: `Sunita ${width}`, email: `sunita-${width}@pragati.example` };
    const opened = await theUsers(RECEPTION, { width });

    const password = await invite(opened, someone);

    await opened.getByText(someone.email).waitFor();
    await expectUsable(opened);
    expect(await accountOf(someone.email)).toEqual({ role: 'TENANT_STAFF', disabled: false });
    const theirs = await signsIn({ email: someone.email, password }, { width });
    await theirs.getByRole('heading', { name: 'Choose your own password', level: 1 }).waitFor();
    await expectUsable(theirs);
    const chosen = theirs.getByRole('textbox', { name: 'New password' });
    await theirs.getByRole('textbox', { name: 'Current password' }).fill(password);
    await chosen.fill('short');
    await theirs.getByRole('button', { name: 'Change password' }).click();
    await theirs.getByText('A password has at least 10 characters.').waitFor();
    await chosen.fill('a lamp of my own');
    await theirs.getByRole('button', { name: 'Change password' }).click();

    await theirs.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
    await theirs.reload();
    await theirs.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
    const token = await kaivox.graphql.signIn({ email: someone.email, password: 'a lamp of my own' });
    expect((await kaivox.graphql('{ me { mustChangePassword } }', { token })).data).toEqual({
      me: { mustChangePassword: false },
    });
  });

  test('a colleague who need not choose one is at the dashboard at once', async () => {
    const someone = { name: `Meera ${width}`, email: `meera-${width}@pragati.example` };
    const opened = await theUsers(RECEPTION, { width });
    const password = await invite(opened, { ...someone, mustChoose: false });
    const theirs = await signsIn({ email: someone.email, password }, { width });
    await theirs.getByRole('heading', { name: 'Dashboard', level: 1 }).waitFor();
  });

  test('an address that is taken is told at its field, and nothing typed is lost', async () => {
    const opened = await theUsers(RECEPTION, { width });
    await opened.getByRole('button', { name: 'Invite a user' }).click();
    const dialog = opened.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Somebody');
    await dialog.getByRole('textbox', { name: 'Email' }).fill(RECEPTION.email);
    await dialog.getByRole('button', { name: 'Invite' }).click();
    await dialog.getByText('Somebody has this e-mail address already.').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Somebody');
    await expectUsable(opened);
  });
});

test('a colleague gets another role, another password, and is disabled and enabled', async () => {
  const kavya = { name: 'Kavya Rao', email: 'kavya@pragati.example' };
  const opened = await theUsers(RECEPTION);
  const first = await invite(opened, kavya);

  await choose(opened, kavya.name, 'Change role');
  // The dialog before may still be on its way out.
  const dialog = opened.getByRole('dialog', { name: /^Change the role/ });
  await dialog.getByRole('radio', { name: 'Admin', exact: true }).check();
  await dialog.getByRole('button', { name: 'Change role' }).click();
  await opened.getByText('Kavya Rao has a new role: Admin.').waitFor();
  expect(await accountOf(kavya.email)).toEqual({ role: 'TENANT_ADMIN', disabled: false });

  await choose(opened, kavya.name, 'Reset password');
  await opened.getByRole('dialog').getByRole('button', { name: 'Reset password' }).click();
  const second = await notedPassword(opened, kavya.name);
  expect(second).not.toBe(first);
  await expect(kaivox.graphql.signIn({ email: kavya.email, password: first })).rejects.toThrow();
  expect(await kaivox.graphql.signIn({ email: kavya.email, password: second })).toMatch(/./);

  await choose(opened, kavya.name, 'Disable');
  await opened.getByRole('dialog').getByRole('button', { name: 'Disable' }).click();
  await opened.getByText('Kavya Rao can no longer sign in.').waitFor();
  await opened.getByRole('row', { name: kavya.name }).getByText('Disabled since').waitFor();
  expect(await accountOf(kavya.email)).toMatchObject({ disabled: true });

  await choose(opened, kavya.name, 'Enable');
  await opened.getByText('Kavya Rao can sign in again.').waitFor();
  expect(await accountOf(kavya.email)).toMatchObject({ disabled: false });
});

test('an owner can’t disable themselves, or give themselves another role', async () => {
  const opened = await theUsers(RECEPTION);
  await opened.getByRole('row', { name: '(you)' }).waitFor();
  expect(await opened.getByRole('row', { name: '(you)' }).getByRole('button').count()).toBe(0);
});

test('super admins look after each other, and one becomes a business’s', async () => {
  const opened = await theUsers(ADMIN);
  await invite(opened, { name: 'Second Boss', email: 'second@kaivox.example' });
  expect(await accountOf('second@kaivox.example')).toMatchObject({ role: 'SUPER_ADMIN' });

  await choose(opened, 'Second Boss', 'Change role');
  await opened.getByRole('radio', { name: 'Staff' }).check();
  await opened
    .getByRole('combobox', { name: 'Business to work for' })
    .selectOption("Pragati Women's Hospital");
  await opened.getByRole('dialog').getByRole('button', { name: 'Change role' }).click();

  await opened.getByText('Second Boss has a new role: Staff.').waitFor();
  await eventually(() => opened.getByText('second@kaivox.example').count()).toBe(0);
  expect(await accountOf('second@kaivox.example')).toMatchObject({ role: 'TENANT_STAFF' });
  await expectUsable(opened);
});

test('staff look after no users', async () => {
  const admin = await theUsers(RECEPTION);
  const email = 'staff@pragati.example';
  const password = await invite(admin, { name: 'Staff', email, mustChoose: false });
  const theirs = await signedIn({ email, password });
  await theirs.getByRole('button', { name: 'Account' }).click();
  await theirs.getByRole('menuitem', { name: 'Change password' }).waitFor();
  expect(await theirs.getByRole('menuitem', { name: 'Users' }).count()).toBe(0);
});

test('in the dark, it can be read as well', async () => {
  await expectUsable(await theUsers(RECEPTION, { colorScheme: 'dark' }));
});
