import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chosenTests } from './chosen-tests.ts';
import { testFiles } from './test-projects.ts';

// `npm test`, and `npm test -- opening hours` for a part. Ctrl-C reaches Vitest as well, which ends by itself.
process.on('SIGINT', () => undefined);
const project = resolve(import.meta.dirname, '../..');
const vitest = resolve(project, 'node_modules/vitest/vitest.mjs');
const contentOf = (file: string) => readFileSync(resolve(project, file), 'utf8');
const chosen = chosenTests(process.argv.slice(2), Object.values(testFiles()).flat(), contentOf);
const child = spawn(process.execPath, [vitest, 'run', ...chosen], { stdio: 'inherit' });
await once(child, 'exit');
process.exitCode = child.exitCode ?? 1;
