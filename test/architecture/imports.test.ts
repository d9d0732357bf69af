import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { depcruise, PROJECT } from './depcruise.ts';

// Every file of the product is read, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

test('every import goes the way it may', async () => {
  const folders = ['server', 'shared', 'desktop', 'test'].filter((folder) =>
    existsSync(join(PROJECT, folder)),
  );
  const { exitCode, output } = await depcruise(PROJECT, folders, 'err');
  expect(output).toMatch(/no dependency violations found/);
  expect(exitCode).toBe(0);
});

test('each rule finds the import that it is against', async () => {
  const planted = plant([
    ...againstTheOrder(),
    ['server/calls/one.ts', 'server/calls/other.ts'],
    ['server/calls/other.ts', 'server/calls/one.ts'],
    ['server/graphql/context.ts', 'server/language-model/openai.ts'],
    ['server/app.ts', 'server/composition.ts'],
    ['server/app.ts', 'test/support/clock.ts'],
    ['shared/schema.ts', 'server/app.ts'],
    ['desktop/main/window.ts', 'server/app.ts'],
    ['server/app.ts', 'server/not-there.ts'],
  ]);
  rmSync(join(planted, 'server/not-there.ts'));

  const { output } = await depcruise(planted, ['server', 'shared', 'desktop', 'test'], 'json');

  const { summary } = report.parse(JSON.parse(output));
  expect(new Set(summary.violations.map(({ rule }) => rule.name))).toEqual(new Set(ruleNames()));
});

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }) })) }),
});

function ruleNames(): string[] {
  const rules: unknown = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
  return z
    .object({ forbidden: z.array(z.object({ name: z.string() })) })
    .parse(rules)
    .forbidden.map(({ name }) => name);
}

/** From each capability to the adapters, which none may import. */
function againstTheOrder(): [string, string][] {
  const capabilities = ruleNames().flatMap((name) => /^(.*)-imports-what-it-may$/.exec(name)?.[1] ?? []);
  return capabilities.map((name) => [`server/${name}/${name}.ts`, 'server/database/orm.ts']);
}

/** A project of files that import each other as given. @returns its directory */
function plant(imports: readonly [from: string, to: string][]): string {
  const directory = mkdtempSync(join(tmpdir(), 'kaivox-imports-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  cpSync(join(PROJECT, 'tsconfig.json'), join(directory, 'tsconfig.json'));
  for (const file of new Set(imports.flat())) {
    const targets = imports.filter(([from]) => from === file).map(([, to]) => relative(dirname(file), to));
    const lines = targets.map((target) => `import '${target.startsWith('.') ? target : `./${target}`}';\n`);
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    writeFileSync(join(directory, file), lines.join(''));
  }
  return directory;
}
