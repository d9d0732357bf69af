import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { audit as english } from '../../desktop/renderer/i18n/en/audit.ts';
import { audit as hindi } from '../../desktop/renderer/i18n/hi/audit.ts';

const SERVER = resolve(import.meta.dirname, '../../server');

/** What the server writes into the audit: whatever looks like it in a file that does so. */
function actionsOfServer(): string[] {
  const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const texts = files.map((file) => readFileSync(resolve(SERVER, file), 'utf8'));
  const found = texts
    .filter((text) => /\baudit\(/.test(text))
    .flatMap((text) => [...text.matchAll(/'([a-z]\w+\.[a-z]\w+)'/gi)].map(([, action = '']) => action));
  return [...new Set(found)].sort();
}

test.each([
  ['English', english],
  ['Hindi', hindi],
])('a super admin who reads %s reads of every action in words', (_, { action: words }) => {
  const actions = actionsOfServer();
  // Written at once, by a helper, and by one in another function.
  for (const known of ['tenant.create', 'user.disable', 'signIn.fail']) expect(actions).toContain(known);
  const told = Object.entries(words).flatMap(([about, deeds]) =>
    Object.keys(deeds).map((deed) => `${about}.${deed}`),
  );
  expect(actions.filter((action) => !told.includes(action))).toEqual([]);
});
