import { describe, expect, test } from 'vitest';
import { ADMIN } from '../support/kaivox.ts';
import { aConsole, expectUsable, WIDTHS } from './console.ts';

const { signedIn } = await aConsole();

describe.each(WIDTHS)('at %d pixels', (width) => {
  test('a super admin sees how the platform is doing', async () => {
    const page = await signedIn(ADMIN, { width, at: '/system' });
    await page.getByRole('heading', { name: 'System', level: 1 }).waitFor();
    await page.getByText(/^PostgreSQL \d+/).waitFor();
    await page.getByText('No job has failed for good.').waitFor();
    await expectUsable(page);
    await page.getByRole('link', { name: 'Who did what' }).click();
    await page.waitForURL('**/system/audit');
    expect(new URL(page.url()).pathname).toBe('/system/audit');
  });
});
