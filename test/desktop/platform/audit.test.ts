import { expect, test } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aTenant } from '../../support/tenant.ts';
import { aConsole, eventually, expectUsable, WIDTHS } from '../console.ts';

const { kaivox, signedIn } = await aConsole();
const own = kaivox.database;

test.each(WIDTHS)('who did what is told, of all or of one business, at %i pixels', async (width) => {
  const tenant = await aTenant(own, { name: `Lotus ${width}` });
  const token = await kaivox.graphql.signIn(ADMIN);
  await kaivox.graphql(
    'mutation ($id: ID!) { updateTenant(id: $id, input: { timeZone: "Asia/Dubai" }) { id } }',
    {
      token,
      variables: { id: tenant.id },
    },
  );
  const page = await signedIn(ADMIN, { width, at: '/system/audit' });
  const entries = page.getByRole('list', { name: 'What was done' }).getByRole('listitem');
  const entry = entries.filter({ hasText: `Changed a business: ${tenant.slug}` });
  await entry.getByText(`${ADMIN.email} · ${tenant.name} · 127.0.0.1`).waitFor();
  await entries
    .filter({ hasText: `Signed in: ${ADMIN.email}` })
    .first()
    .waitFor();

  await entry.getByRole('button', { name: 'Details of: Changed a business' }).click();
  await entry.getByText('Asia/Dubai').waitFor();
  await expectUsable(page);

  await page.getByRole('main').getByRole('combobox', { name: 'Business' }).selectOption(tenant.name);
  await page.getByRole('status').getByText('1 in all').waitFor();
  expect(await entries.count()).toBe(1);
  expect(new URL(page.url()).searchParams.get('tenant')).toBe(tenant.id);
});

test('a long list is shown page by page; an unknown action is shown as it was written down', async () => {
  const tenant = await aTenant(own);
  await own.admin(
    `insert into audit_log (actor_email, action, tenant_id) select 'x@kaivox.example', 'future.deed', $1 from generate_series(1, 60)`,
    [tenant.id],
  );
  const page = await signedIn(ADMIN, { at: `/system/audit?tenant=${tenant.id}` });
  const entries = page.getByRole('listitem').filter({ hasText: 'future.deed' });
  await eventually(() => entries.count()).toBe(50);
  await page.getByRole('button', { name: 'Show more' }).click();
  await eventually(() => entries.count()).toBe(60);
  await page.getByText('60 in all').waitFor();
});

test('in the dark, it can be read as well', async () => {
  const page = await signedIn(ADMIN, { at: '/system/audit', colorScheme: 'dark' });
  await page.getByText('Signed in').first().waitFor();
  await expectUsable(page);
});

test('an owner may not look into it', async () => {
  const page = await signedIn(RECEPTION, { at: '/system/audit' });
  await page.getByRole('alert').getByText('Your account may not do this.').waitFor();
});
