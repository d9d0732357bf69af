import { expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, expectUsable, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

test.each(WIDTHS)(
  'a user sees where they are signed in, and ends one and all others, at %i px',
  async (width) => {
    await kaivox.database.admin('delete from sessions');
    const [lost, another] = [await kaivox.graphql.signIn(RECEPTION), await kaivox.graphql.signIn(RECEPTION)];
    await kaivox.database.admin(
      `update sessions set address = '203.0.113.9', created_at = '2026-11-01T10:00:00Z',
       user_agent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:142.0) Gecko/20100101 Firefox/142.0'
     where ctid = (select max(ctid) from sessions)`,
    );
    const page = await signedIn(RECEPTION, { width });
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitem', { name: 'Sessions' }).click();
    await page.getByText('this one').waitFor();
    await page.getByText('203.0.113.9').waitFor();
    await expectUsable(page);

    await page.getByRole('button', { name: /^End the session of Firefox on Windows/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End' }).click();
    await page.getByText('The session of Firefox on Windows has ended.').waitFor();
    await page.getByText('203.0.113.9').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
    await page.getByText('You are signed in nowhere else.').waitFor();

    for (const token of [lost, another])
      expect((await kaivox.graphql('{ me { id } }', { token })).errors?.[0]?.extensions?.code).toBe(
        'UNAUTHENTICATED',
      );
  },
);
