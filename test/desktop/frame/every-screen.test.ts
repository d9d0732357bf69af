import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';
import { ADMIN, RECEPTION } from '../../support/kaivox.ts';
import { aConsole, hindrances, WIDTHS } from '../console.ts';

const ROUTES = resolve(import.meta.dirname, '../../../desktop/renderer/app/routes.tsx');
const STAFF = { email: 'desk@pragati.example', password: 'copper garden lantern' };
const PEOPLE = { SUPER_ADMIN: ADMIN, TENANT_ADMIN: RECEPTION, TENANT_STAFF: STAFF } as const;
type Role = keyof typeof PEOPLE;

const { kaivox, signedIn } = await aConsole();
const ids = await aBusyDay();

/** A page's heading; and who is told, instead of what else it shows, that it isn't theirs to see. */
type Screen = { at: string; heading: string | RegExp; notFor?: readonly Role[] };
const TENANTS: readonly Role[] = ['TENANT_ADMIN', 'TENANT_STAFF'];
const STAFF_ONLY: readonly Role[] = ['TENANT_STAFF'];
const CALLER = '+91 98123 45678';

/** Each of app/routes.tsx. */
const screens: Record<string, Screen> = {
  '/': { at: '/', heading: 'Dashboard' },
  '/calls': { at: '/calls', heading: 'Calls' },
  '/calls/:id': { at: `/calls/${ids.call}`, heading: CALLER },
  '/customers': { at: '/customers', heading: 'Customers' },
  '/customers/:id': { at: `/customers/${ids.customer}`, heading: CALLER },
  '/persona': { at: '/persona', heading: 'Persona' },
  '/tenants': { at: '/tenants', heading: 'Tenants', notFor: TENANTS },
  '/tenants/:id': { at: `/tenants/${ids.tenant}`, heading: "Pragati Women's Hospital", notFor: STAFF_ONLY },
  '/business': { at: '/business', heading: 'Business settings' },
  '/account/second-factor': { at: '/account/second-factor', heading: 'Second factor' },
  '/account/sessions': { at: '/account/sessions', heading: 'Where you are signed in' },
  '/users': { at: '/users', heading: 'Users', notFor: STAFF_ONLY },
  '/system': { at: '/system', heading: 'System', notFor: TENANTS },
  '/system/audit': { at: '/system/audit', heading: 'Audit', notFor: TENANTS },
  '/system/webhooks': { at: '/system/webhooks', heading: 'Webhooks', notFor: STAFF_ONLY },
  '/system/webhooks/:id': {
    at: `/system/webhooks/${ids.webhook}`,
    heading: /^(pragati\/answer|A webhook)$/,
    notFor: STAFF_ONLY,
  },
  '/numbers': { at: '/numbers', heading: 'Numbers' },
  '/marketplace': { at: '/marketplace', heading: 'Marketplace', notFor: TENANTS },
  '/marketplace/orders': { at: '/marketplace/orders', heading: 'Orders and cost', notFor: TENANTS },
  '/marketplace/account': { at: '/marketplace/account', heading: 'Numbers at Vobiz', notFor: TENANTS },
  '/settings': { at: '/settings', heading: 'Platform settings', notFor: TENANTS },
  '/setup': { at: '/setup', heading: 'Setup guide' },
  '/follow-ups': { at: '/follow-ups', heading: 'Follow-ups' },
  '/automations': { at: '/automations', heading: 'Automations' },
  '/automations/new': { at: '/automations/new', heading: 'New automation' },
  '/automations/:id': { at: `/automations/${ids.automation}`, heading: 'Tell the desk' },
};

test('no screen is left out', () => {
  const routes = [...readFileSync(ROUTES, 'utf8').matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path]) => path);
  expect(Object.keys(screens).toSorted()).toEqual(routes.toSorted());
});

test.each(Object.keys(PEOPLE) as Role[])(
  'a %s can use every screen, at both widths, in the light and in the dark',
  { timeout: 600_000 },
  async (role) => {
    const page = await signedIn(PEOPLE[role]);
    const findings: string[] = [];
    for (const [path, screen] of Object.entries(screens)) {
      await open(page, screen, role);
      for (const finding of await findingsAt(page, screen, role)) findings.push(`${path}: ${finding}`);
    }
    expect(findings).toEqual([]);
  },
);

/**
 * By its address, as a super admin; as others, whose screens come from the same addresses, from the screen before, which
 * takes no new page.
 */
async function open(page: Page, { at, heading }: Screen, role: Role): Promise<void> {
  if (role === 'SUPER_ADMIN') await page.goto(`${kaivox.url}${at}`);
  else
    await page.evaluate(`history.pushState({}, '', '${at}'); dispatchEvent(new PopStateEvent('popstate'))`);
  await page.getByRole('main').getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
  await untilLoaded(page);
}

async function findingsAt(page: Page, { notFor = [] }: Screen, role: Role): Promise<string[]> {
  const findings: string[] = [];
  const isRefused = (await page.getByText('Your account may not do this.').count()) > 0;
  if (isRefused !== notFor.includes(role)) findings.push(isRefused ? 'is refused' : 'is not refused');
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    const [light, dark] = [await hindrancesIn(page, 'light'), await hindrancesIn(page, 'dark')];
    findings.push(...[...light.findings, ...dark.findings].map((finding) => `at ${width} px, ${finding}`));
    if (light.background === dark.background) findings.push('is as light in the dark');
  }
  return findings;
}

/** Pages that were looked at already: for another role, most are the same. */
const seen = new Set<string>();

async function hindrancesIn(page: Page, colorScheme: 'light' | 'dark') {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await untilLoaded(page);
  const background = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
  const main = await page.getByRole('main').evaluate(({ outerHTML }: { outerHTML: string }) => outerHTML);
  // The library makes names up, anew on each page.
  const look = `${page.viewportSize()?.width} ${background} ${main.replaceAll(/mantine-\w+|_r_\w+_/g, '')}`;
  if (seen.has(look)) return { background, findings: [] };
  seen.add(look);
  // What isn't a matter of colours is no other in the dark.
  return {
    background,
    findings: await hindrances(page, colorScheme === 'dark' ? ['color-contrast'] : undefined),
  };
}

const untilLoaded = (page: Page) =>
  page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'hidden' });

/** A call with all that follows from one, and an automation, at the demo tenant. */
async function aBusyDay() {
  const token = await kaivox.graphql.signIn(ADMIN);
  const one = async (sql: string): Promise<string> => {
    const found = async () => (await kaivox.database.admin<{ id: string }>(sql))[0];
    return (await vi.waitUntil(found, { timeout: 15_000 }))?.id ?? '';
  };
  const tenant = await one(`select id from tenants where slug = 'pragati'`);
  const done = async (query: string, input: object) =>
    expect(
      (await kaivox.graphql(query, { token, variables: { input, tenantId: tenant } })).errors,
    ).toBeUndefined();
  await done('mutation ($input: CreateUserInput!) { createUser(input: $input) { id } }', {
    ...STAFF,
    name: 'Desk',
    role: 'TENANT_STAFF',
    tenantId: tenant,
  });
  await done('mutation ($input: CreateAutomationInput!) { createAutomation(input: $input) { id } }', {
    tenantId: tenant,
    name: 'Tell the desk',
    trigger: 'CALL_COMPLETED',
    actions: [{ followUp: { title: 'Call back' } }],
  });
  const phone = kaivox.phone({ from: '+919812345678' });
  await phone.dial();
  await phone.say('I am very angry. I want to speak to a person.');
  await phone.hangUp();
  return {
    tenant,
    call: await one('select call_id as id from call_analyses'),
    customer: await one('select id from customers'),
    webhook: await one("select id from webhook_log where webhook = 'answer'"),
    automation: await one('select id from automations'),
  };
}
