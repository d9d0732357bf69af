import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import type { DesktopBridge } from '../../../shared/desktop-bridge.ts';
import { RECEPTION } from '../../support/kaivox.ts';
import { aConsole, eventually, expectUsable, WIDTHS } from '../console.ts';

const { kaivox, page: aPage, signedIn } = await aConsole();

beforeEach(() => kaivox.database.admin('delete from follow_ups'));

const EMERGENCY = 'Please help, my wife is bleeding heavily!';

/** Follow-ups are made by another user until the page tells of one: a page listens a moment after it is there. */
async function untilListening(page: Page): Promise<void> {
  const token = await kaivox.graphql.signIn({
    email: 'admin@kaivox.local',
    password: 'correct horse battery',
  });
  const { data } = await kaivox.graphql('{ tenants(first: 1) { edges { node { id } } } }', { token });
  const tenantId = (data as { tenants: { edges: { node: { id: string } }[] } }).tenants.edges[0]?.node.id;
  const heard = page.getByRole('alert').filter({ hasText: 'New follow-up' }).first();
  while (!(await heard.isVisible())) {
    await kaivox.graphql('mutation ($input: CreateFollowUpInput!) { createFollowUp(input: $input) { id } }', {
      token,
      variables: { input: { tenantId, title: 'Order brochures' } },
    });
    await heard.waitFor({ timeout: 300 }).catch(() => undefined);
  }
  await kaivox.database.admin('delete from follow_ups');
}

async function anEmergency(from = '+919812345678') {
  const phone = kaivox.phone({ from });
  await phone.dial();
  await phone.say(EMERGENCY);
  return phone;
}

const notice = (page: Page, title: string) => page.getByRole('alert').filter({ hasText: title });

describe.each(WIDTHS)('at %i pixels', (width) => {
  test('an emergency is told at once, wherever its user is, and leads to the call', async () => {
    const page = await signedIn(RECEPTION, { width, at: '/persona' });
    await untilListening(page);
    const phone = await anEmergency();

    const told = notice(page, 'Emergency on the line');
    await told.getByText('Emergency: call +919812345678 back at once').waitFor();
    await expectUsable(page);
    await told.getByRole('link', { name: 'Open the call' }).click();
    await page.getByRole('list', { name: 'Transcript' }).getByText(EMERGENCY).waitFor();
    await told.waitFor({ state: 'hidden' });
    await phone.hangUp();
  });
});

test('the navigation counts what is open and what is overdue, and the inbox fills by itself', async () => {
  const page = await signedIn(RECEPTION, { at: '/follow-ups' });
  await untilListening(page);
  const link = page.getByRole('link', { name: 'Follow-ups', exact: true });

  const phone = await anEmergency();
  await eventually(() => link.textContent()).toContain('1 open, 1 overdue');
  await phone.say('And I want to talk to a human.');
  await eventually(() => link.textContent()).toContain('2 open, 1 overdue');
  await phone.hangUp();

  const items = page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem');
  await items.filter({ hasText: 'Emergency: call' }).waitFor();
  await page.getByRole('button', { name: /^Done: Emergency/ }).click();
  await eventually(() => link.textContent()).not.toContain('overdue');
  // What another user has settled is no longer told.
  await notice(page, 'Emergency on the line').waitFor({ state: 'hidden' });
});

test('what falls due is told when it does', async () => {
  const page = await signedIn(RECEPTION, { at: '/calls' });
  await untilListening(page);
  const token = await kaivox.graphql.signIn(RECEPTION);
  const dueAt = new Date(Date.now() + 1_500).toISOString();
  await kaivox.graphql('mutation ($input: CreateFollowUpInput!) { createFollowUp(input: $input) { id } }', {
    token,
    variables: { input: { title: 'Order brochures', dueAt } },
  });
  const told = notice(page, 'A follow-up is due');
  await told.getByText('Order brochures').waitFor();
  await told.getByRole('link', { name: 'Open the follow-ups' }).click();
  await page.getByRole('heading', { name: 'Follow-ups', level: 1 }).waitFor();
});

type Shown = { title: string; body: string; tag: string };

/** The browser's own notifications, which show outside of any page, replaced by ones that a test can see. */
async function recordNotifications(page: Page): Promise<() => Promise<Shown[]>> {
  await page.addInitScript(`
    window.shown = [];
    const granted = { now: 'default' };
    window.Notification = class {
      static get permission() { return granted.now; }
      static async requestPermission() { return (granted.now = 'granted'); }
      constructor(title, { body, tag }) { window.shown.push({ title, body, tag }); window.last = this; }
      close() {}
    };
  `);
  return () => page.evaluate<Shown[]>('window.shown');
}

test('a browser tells outside its window once that is switched on, and names no caller unless told to', async () => {
  await kaivox.database.admin(`update customers set name = 'Asha Rao' where phone = '+919876500001'`);
  const page = await signedIn(RECEPTION);
  const shown = await recordNotifications(page);
  await page.reload();
  await untilListening(page);
  const first = await anEmergency('+919876500001');
  await notice(page, 'Emergency on the line').waitFor();
  expect(await shown()).toEqual([]);
  await first.hangUp();
  await kaivox.database.admin(`update customers set name = 'Asha Rao' where phone = '+919876500001'`);

  await page.getByRole('button', { name: 'Account' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Show outside this window' }).click();
  const second = await anEmergency('+919876500001');
  await eventually(shown).toEqual([
    { title: 'Emergency on the line', body: "Pragati Women's Hospital", tag: expect.any(String) },
  ]);
  await second.hangUp();

  await page.getByRole('menuitemcheckbox', { name: 'With the caller’s name' }).click();
  const third = await anEmergency('+919876500001');
  await eventually(async () => (await shown())[1]?.body).toBe("Pragati Women's Hospital · Asha Rao");
  await page.evaluate('window.last.onclick()');
  await page.getByRole('list', { name: 'Transcript' }).waitFor();
  expect(JSON.stringify(await shown())).not.toContain('bleeding');
  await third.hangUp();
});

test('a browser that has said no is told of, plainly', async () => {
  const page = await signedIn(RECEPTION);
  await page.getByRole('button', { name: 'Account' }).click();
  const offer = page.getByRole('menuitemcheckbox', { name: 'Show outside this window' });
  await offer.click();
  await page.getByRole('note').filter({ hasText: 'does not let KaiVox show notifications' }).waitFor();
  expect(await offer.getAttribute('aria-checked')).toBe('false');
});

/** The shell's bridge, as its preload script puts it into the page, which a test looks at and speaks through. */
const bridgeScript = (serverUrl: string, token: string): string => {
  const words = { serverUrl, loadToken: token, version: '1.2.3' } satisfies Partial<
    Record<keyof DesktopBridge, string>
  >;
  return `
    window.notified = [];
    window.kaivox = {
      setServerUrl: async () => {}, saveToken: async () => {},
      ...Object.fromEntries(Object.entries(${JSON.stringify(words)}).map(([name, word]) => [name, async () => word])),
      notify: async (notification) => void window.notified.push(notification),
      onNavigate: (listener) => { window.goTo = listener; return () => {}; },
    };
  `;
};

test('in the desktop app, the system tells, and its click leads to the call', async () => {
  const page = await aPage();
  await page.addInitScript(bridgeScript(kaivox.url, await kaivox.graphql.signIn(RECEPTION)));
  await page.goto(`${kaivox.url}/persona`);
  await page.getByRole('button', { name: 'Account' }).waitFor();
  await untilListening(page);
  const phone = await anEmergency();

  const notified = () => page.evaluate<{ title: string; body: string; path: string }[]>('window.notified');
  await eventually(notified).toEqual([
    {
      title: 'Emergency on the line',
      body: "Pragati Women's Hospital",
      path: expect.stringMatching(/^\/calls\//),
    },
  ]);
  await page.evaluate('window.goTo(window.notified[0].path)');
  await page.getByRole('list', { name: 'Transcript' }).getByText(EMERGENCY).waitFor();
  await phone.hangUp();
});
