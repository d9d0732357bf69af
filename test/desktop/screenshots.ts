import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../support/chromium.ts';

// `npm run screenshots -- http://127.0.0.1:4000 EMAIL PASSWORD`: the README's pictures, from a server that runs.
const [server = 'http://127.0.0.1:4000', email = '', password = ''] = process.argv.slice(2);
const folder = resolve(import.meta.dirname, '../../desktop/screenshots');
const executablePath = chromiumPath();
if (executablePath === undefined) throw new Error('There is no Chromium here.');

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-IN' });
await page.goto(server);
await page.getByLabel('Email').fill(email);
await page.getByLabel('Password').fill(password);
await page.getByRole('button', { name: 'Sign in' }).click();
await page.getByRole('heading', { name: 'Dashboard' }).waitFor();
await page.waitForLoadState('networkidle');
await page.screenshot({ path: join(folder, 'dashboard.png') });
await page.getByRole('link', { name: 'Calls', exact: true }).click();
await page.getByRole('link', { name: /\+91/ }).first().click();
await page.getByRole('list', { name: 'Transcript' }).waitFor();
await page.waitForLoadState('networkidle');
await page.screenshot({ path: join(folder, 'call.png') });
await browser.close();
