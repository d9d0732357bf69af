import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { aCallOf } from '../../support/call.ts';
import { asTenantId } from '../../support/ids.ts';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, WIDTHS } from '../console.ts';

const vobiz = await FakeVobiz.start();
afterAll(() => vobiz.stop());
const { kaivox, signedIn } = await aConsole({ env: { VOBIZ_API_URL: vobiz.baseUrl } });
const { admin } = kaivox.database;
const NUMBER = '+918047150001';
const RECORDING = '11111111-1111-4111-8111-111111111111';
let tenantId = asTenantId('');

/** The platform's account is connected, and carries a number of Pragati's. */
beforeAll(async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  const [pragati] = await admin<{ id: string }>(`select id from tenants where slug = 'pragati'`);
  tenantId = asTenantId(pragati?.id ?? '');
  const as = (query: string, input: object) => kaivox.graphql(query, { token, variables: { input } });
  await as(
    'mutation ($input: UpdatePlatformSettingsInput!) { updatePlatformSettings(input: $input) { marketplaceMode } }',
    { vobizAppId: vobiz.authId, vobizApiKey: vobiz.authToken },
  );
  vobiz.account.own(NUMBER);
  vobiz.account.health.set(NUMBER, { spam: true, spam_marks: ['Truecaller'] });
  vobiz.account.balance = 812.5;
  vobiz.account.calls.begin('call-1');
  vobiz.account.calls.begin('call-2');
  await as('mutation ($input: AddPhoneNumberInput!) { addPhoneNumber(input: $input) { id } }', {
    tenantId,
    e164: NUMBER,
  });
  await admin(`update phone_numbers set source = 'MARKETPLACE', account = $2 where e164 = $1`, [
    NUMBER,
    vobiz.authId,
  ]);
});

/** One recording is still to be deleted at Vobiz, one was, and one can't be. */
beforeEach(async () => {
  await admin('delete from recording_erasures');
  await admin(
    `insert into recording_erasures (tenant_id, recording_id, call_id, status, carrier_id, reason, attempts,
                                     requested_at, next_attempt_at, settled_at)
     values ($1, $2, gen_random_uuid(), 'FAILED', 'r1', 'Vobiz refuses the credentials (401).', 9, now(), null, now()),
            ($1, gen_random_uuid(), gen_random_uuid(), 'DELETED', 'r2', null, 1, now(), null, now()),
            ($1, gen_random_uuid(), gen_random_uuid(), 'PENDING', 'r3', 'Vobiz can’t be reached at the moment.', 3,
             now(), now() + interval '1 hour', null)`,
    [tenantId, RECORDING],
  );
  await admin(
    'update recording_erasures set number_id = (select id from phone_numbers where e164 = $1 limit 1)',
    [NUMBER],
  );
});

async function aChargedCall(): Promise<string> {
  const callId = await aCallOf(kaivox.database, tenantId);
  await admin(
    `insert into call_charges (tenant_id, call_id, status, amount_micros, currency, by_platform, month, settled_at)
     values ($1, $2, 'KNOWN', 1305000, 'INR', true, date_trunc('month', now()), now())`,
    [tenantId, callId],
  );
  return callId;
}

test('a super admin’s dashboard tells of a low balance without loading the words of other screens', async () => {
  const token = await kaivox.graphql.signIn(ADMIN);
  const warnBelow = (paise: number | null) =>
    kaivox.graphql('mutation ($paise: Int) { setLowBalanceWarning(paise: $paise) }', {
      ...{ token, variables: { paise } },
    });
  await warnBelow(100_000);
  const page = await signedIn(ADMIN);
  await page.getByText('The Vobiz account is running low').waitFor();
  await warnBelow(null);
  const scripts = await page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    return Promise.all(loaded.map(async ({ name }) => (await fetch(name)).text()));
  });
  expect(scripts.filter((text) => text.includes('The Vobiz account is running low'))).not.toEqual([]);
  expect(scripts.filter((text) => text.includes('Recordings deleted at Vobiz')).length).toBe(0);
});

describe.each(WIDTHS)('at %d pixels', (width) => {
  test('a super admin sees on System what the account has left, its lines, and what Vobiz has deleted', async () => {
    const page = await signedIn(ADMIN, { width, at: '/system' });
    const account = page.getByRole('region', { name: 'Vobiz account' });
    await account.getByText('₹812.50').waitFor();
    await account.getByText('3 lines; 2 in use; caller 4 at once hears the busy tone').waitFor();
    const erasures = page.getByRole('region', { name: 'Recordings deleted at Vobiz' });
    await erasures.getByText('Deleted: 1 · still to be deleted: 1 · failed: 1').waitFor();
    await expectUsable(page);
    vobiz.account.recordings.keep('r1');
    await erasures.getByRole('button', { name: /^Try again/ }).click();
    await erasures.getByText('Deleted: 2 · still to be deleted: 1 · failed: 0').waitFor({ timeout: 20_000 });
  });

  test('a super admin sets the amount below which the console warns, on every screen', async () => {
    const page = await signedIn(ADMIN, { width, at: '/settings' });
    const warning = page.getByRole('region', { name: 'Warning about the balance' });
    const amount = warning.getByRole('textbox', { name: 'Warn below (₹)' });
    await amount.fill('a lot');
    await warning.getByRole('button', { name: 'Save the warning' }).click();
    await warning.getByText('Type an amount in rupees').waitFor();
    await amount.fill('1,000');
    await warning.getByRole('button', { name: 'Save the warning' }).click();
    await page.getByText('The warning is saved.').waitFor();
    await page.getByRole('region', { name: 'Vobiz account' }).getByText('Low below ₹1,000.00.').waitFor();
    await page.getByText('The Vobiz account is running low').waitFor();
    await expectUsable(page);
    await page.getByRole('link', { name: 'Open the platform settings' }).click();
    await amount.fill('');
    // A button at the end of the page lies below what was just said.
    await amount.press('Enter');
    await page.getByRole('region', { name: 'Vobiz account' }).getByText('Low below ₹100.00.').waitFor();
    await eventually(() => page.getByText('The Vobiz account is running low').count()).toBe(0);
  });

  test('a super admin sees what calls cost beside what numbers cost, and saves it', async () => {
    await admin('delete from call_charges');
    await aChargedCall();
    await aChargedCall();
    const page = await signedIn(ADMIN, { width, at: '/marketplace/orders' });
    const costs = page.getByRole('region', { name: 'Cost of calls' });
    await costs.getByText('All businesses').waitFor();
    expect(await costs.getByText('₹2.61').count()).toBe(2);
    await expectUsable(page);
    const download = page.waitForEvent('download');
    await costs.getByRole('button', { name: 'Export call costs as CSV' }).click();
    expect((await download).suggestedFilename()).toMatch(/^kaivox-call-costs-\d{4}-\d\d-\d\d\.csv$/);
  });

  test('a business sees what a call cost, how its number is seen, and that its recordings are deleted', async () => {
    const page = await signedIn(RECEPTION, { width, at: `/calls/${await aChargedCall()}` });
    await page.getByText('₹1.31').waitFor();
    await page.goto(`${kaivox.url}/numbers`);
    await page.getByText('Marked as spam', { exact: true }).waitFor();
    await page.getByText('By: Truecaller.').waitFor();
    await expectUsable(page);
    await page.goto(`${kaivox.url}/business`);
    await page.getByText('Deleted: 1 · still to be deleted: 1 · failed: 1').waitFor();
    await expectUsable(page);
  });
});

test('where Vobiz can’t be read, a super admin reads why, and the page stays', async () => {
  await admin(`update platform_settings set vobiz_app_id = 'MA_OTHER'`);
  const page = await signedIn(ADMIN, { at: '/system' });
  const account = page.getByRole('region', { name: 'Vobiz account' });
  await account.getByText('It couldn’t be read: Vobiz refuses the credentials (401)').first().waitFor();
  await page.getByText('No job has failed for good.').waitFor();
  await admin('update platform_settings set vobiz_app_id = $1', [vobiz.authId]);
});
