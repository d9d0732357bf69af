import { describe, expect, test } from 'vitest';
import { ADMIN } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();

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

  test('a job that failed for good is forgotten once that is confirmed', async () => {
    const task = `lost-${width}`;
    await kaivox.database.admin(
      `select graphile_worker.add_job($1, '{}', run_at => now() + interval '1 day')`,
      [task],
    );
    await kaivox.database.admin(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'It broke'
        where id in (select id from graphile_worker.jobs where task_identifier = $1)`,
      [task],
    );
    const page = await signedIn(ADMIN, { width, at: '/system' });
    await page.getByRole('list', { name: 'Health' }).getByText('Some have failed for good').waitFor();
    await page.getByText(task).waitFor();
    await expectUsable(page);
    await page.getByRole('button', { name: 'Forget' }).click();
    const dialog = page.getByRole('dialog', { name: `Forget this job: ${task}?` });
    await dialog.getByRole('button', { name: 'Forget' }).click();
    await page.getByText('No job has failed for good.').waitFor();
    await eventually(() =>
      kaivox.database.admin('select from graphile_worker.jobs where task_identifier = $1', [task]),
    ).toEqual([]);
  });
});
