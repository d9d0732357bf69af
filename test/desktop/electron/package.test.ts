import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const DESKTOP = join(import.meta.dirname, '../../../desktop');
const builder = readFileSync(join(DESKTOP, 'electron-builder.yml'), 'utf8');
const { devDependencies, scripts } = JSON.parse(
  readFileSync(join(DESKTOP, '../package.json'), 'utf8'),
) as Record<'devDependencies' | 'scripts', Record<string, string>>;

test('packages hold the Electron that the shell is written for, and that is what is audited', () => {
  expect(builder).toContain(`\nelectronVersion: ${devDependencies.electron}\n`);
  expect(scripts['desktop:audit']).toContain(` --electron-version ${devDependencies.electron} `);
});

test.each([
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', true],
  ['onlyLoadAppFromAsar', true],
  ['grantFileProtocolExtraPrivileges', false],
])('the fuse %s is %s', (fuse, is) => {
  expect(builder).toContain(`\n  ${fuse}: ${is}\n`);
});

test('what a package is made of is there', () => {
  for (const [, file = ''] of builder.matchAll(/entitlements(?:Inherit)?: (\S+)/g))
    expect(existsSync(join(DESKTOP, file)), file).toBe(true);
});
