import { expect, test } from 'vitest';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole } from '../console.ts';

const { signedIn } = await aConsole();

/** The parts of the console that an update of the server would have taken away, until the page is loaded anew. */
const PARTS = '**/assets/{customers,account-menu}-*.js';

test.each([
  ['a screen', 'link', 'Customers'],
  ['a menu', 'button', 'Account'],
] as const)(
  '%s that an update has taken away is there again when the page is loaded anew',
  async (_, role, name) => {
    const page = await signedIn(RECEPTION, { breaks: true });
    await page.route(PARTS, (route) => route.fulfill({ status: 404 }));
    await page.getByRole(role, { name, exact: true }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'KaiVox may have been updated' });
    await alert.waitFor();
    await page.unroute(PARTS);
    await alert.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByRole(role, { name, exact: true }).click();
    await page
      .getByRole(role === 'link' ? 'heading' : 'menu', { name })
      .first()
      .waitFor();
    expect(await alert.count()).toBe(0);
  },
);
