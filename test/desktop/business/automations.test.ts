import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { Catcher } from '../../fakes/catcher.ts';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, type Looks, WIDTHS } from '../console.ts';

const catcher = await Catcher.start();
afterAll(() => catcher.stop());
const { kaivox, signedIn } = await aConsole({ env: { OUTBOUND_ALLOW_HOSTS: catcher.address } });

beforeEach(() => kaivox.database.admin('delete from automations'));

async function theAutomations(looks?: Looks): Promise<Page> {
  const page = await signedIn(RECEPTION, { ...looks, at: '/automations' });
  await page.getByRole('heading', { name: 'Automations', level: 1 }).waitFor();
  return page;
}

async function aCall(words: string): Promise<void> {
  const phone = kaivox.phone();
  await phone.dial();
  await phone.say(words);
  await phone.hangUp();
}

const stored = () =>
  kaivox.database.admin<{ name: string; enabled: boolean; trigger: string }>(
    'select name, enabled, trigger from automations',
  );

/** A rule that tells the catcher of every call. */
async function aWebhook(): Promise<void> {
  const { errors } = await kaivox.graphql(
    'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }',
    {
      token: await kaivox.graphql.signIn(RECEPTION),
      variables: {
        input: {
          name: 'Tell the practice',
          trigger: 'CALL_COMPLETED',
          actions: [{ webhook: { url: catcher.url, secret: 'kept-to-itself' } }],
        },
      },
    },
  );
  expect(errors).toBeUndefined();
}

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('a rule is built from a form, with the call’s fields, and tried on a past call', async () => {
    await aCall('What are your prices?');
    const page = await theAutomations({ width });
    await page.getByRole('link', { name: 'New automation' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Call everybody back');
    const title = page.getByRole('textbox', { name: 'What is to be done' });
    await title.fill('Call ');
    await page.getByRole('button', { name: 'Insert a field into: What is to be done' }).click();
    await page.getByRole('menuitem', { name: 'The customer’s number' }).click();
    await eventually(() => title.inputValue()).toBe('Call {{customer.phone}}');
    await expectUsable(page);

    await page.getByRole('button', { name: 'Create the automation' }).click();
    await page.getByRole('tab', { name: 'Try it' }).click();
    await page.getByRole('button', { name: 'Try it' }).click();

    await page.getByText('It would run.').waitFor();
    await page.getByText('Title: Call +919876543210').waitFor();
    await expectUsable(page);
    expect(await stored()).toMatchObject([{ name: 'Call everybody back', trigger: 'CALL_COMPLETED' }]);
    expect(await kaivox.database.admin('select id from automation_runs')).toEqual([]);
  });

  test('runs and deliveries are listed, and a delivery is sent again by hand', async () => {
    await aWebhook();
    const before = catcher.caught.length;
    await aCall('Where are you?');
    await eventually(async () => catcher.caught.length).toBe(before + 1);
    const page = await theAutomations({ width });
    await page.getByRole('link', { name: 'Tell the practice' }).click();

    await page.getByRole('tab', { name: 'Runs' }).click();
    await page.getByText('Call a webhook: being delivered').waitFor();
    await expectUsable(page);
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    await page.getByText('Delivered', { exact: true }).last().waitFor();
    await page.getByRole('button', { name: `Send again: ${catcher.url}` }).click();

    await page.getByText('Sent again by hand').waitFor();
    await eventually(async () => catcher.caught.length).toBe(before + 2);
    await expectUsable(page);
  });
});

test.each(WIDTHS)(
  'what could not be sent is told beside the deliveries, with the reason, at %i pixels',
  async (width) => {
    const { errors } = await kaivox.graphql(
      'mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }',
      {
        token: await kaivox.graphql.signIn(RECEPTION),
        variables: {
          input: {
            name: 'Write to everybody',
            trigger: 'CALL_COMPLETED',
            actions: [
              { email: { to: 'owner@pragati.example', subject: 'A call', body: 'A call.' } },
              { sms: { text: 'Thank you.' } },
            ],
          },
        },
      },
    );
    expect(errors).toBeUndefined();
    await aCall('Where are you?');
    await eventually(async () => (await kaivox.database.admin('select from automation_runs')).length).toBe(1);
    const page = await theAutomations({ width });
    await page.getByRole('link', { name: 'Write to everybody' }).click();

    await page.getByRole('tab', { name: 'Runs' }).click();
    await page.getByText('Send an e-mail: skipped').waitFor();
    await page.getByText('Send a text message: skipped').waitFor();
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    const skipped = page.getByRole('list', { name: 'Skipped in the latest runs' });
    await page.getByText('E-mails', { exact: true }).click();
    await skipped.getByText(/SMTP_URL/).waitFor();
    await page.getByText('Text messages', { exact: true }).click();
    await skipped.getByText(/Vobiz/).waitFor();
    await expectUsable(page);
  },
);

test('a rule is switched off from the list, and deleted after a question that names it', async () => {
  await aWebhook();
  const page = await theAutomations();

  await page.getByRole('switch', { name: 'On Tell the practice' }).press('Space');
  await page.getByRole('switch', { name: 'Off Tell the practice' }).waitFor();
  expect(await stored()).toMatchObject([{ enabled: false }]);

  await page.getByRole('link', { name: 'Tell the practice' }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const question = page.getByRole('dialog', { name: 'Delete “Tell the practice”?' });
  await question.getByRole('button', { name: 'Delete the automation' }).click();
  await page.getByText('There is no automation yet.').waitFor();
  expect(await stored()).toEqual([]);
});

test('a stored secret never comes back, and what is refused is told at its field', async () => {
  await aWebhook();
  const page = await theAutomations();
  const answers: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/graphql')) answers.push(response.text().catch(() => ''));
  });
  await page.getByRole('link', { name: 'Tell the practice' }).click();
  await page.getByText('A secret is stored.').waitFor();
  const address = page.getByRole('textbox', { name: 'Webhook address' });
  await address.fill('https://hooks.example/?from={{call.frm}}');

  await page.getByRole('button', { name: 'Save' }).click();

  await eventually(() => address.getAttribute('aria-invalid')).toBe('true');
  expect(await address.inputValue()).toBe('https://hooks.example/?from={{call.frm}}');
  expect((await Promise.all(answers)).join('\n')).not.toContain('kept-to-itself');
});

test('in the dark, it can be read as well', async () => {
  await aWebhook();
  const page = await theAutomations({ colorScheme: 'dark' });
  await expectUsable(page);
  await page.getByRole('link', { name: 'Tell the practice' }).click();
  await page.getByRole('textbox', { name: 'Webhook address' }).waitFor();
  await expectUsable(page);
});
