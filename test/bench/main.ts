import { writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import { analysis } from './analysis.ts';
import { answer } from './answer.ts';
import { console as theConsole } from './console.ts';
import { door } from './door.ts';
import { firstWords } from './first-words.ts';
import { lists } from './lists.ts';
import { live } from './live.ts';
import { load } from './load/load.ts';
import { memory } from './memory.ts';
import { type Result, table } from './result.ts';
import { turn } from './turn/turn.ts';

const benches: Record<string, () => Promise<Result[]>> = {
  answer,
  door,
  turn,
  'first-words': firstWords,
  load,
  memory,
  analysis,
  lists,
  live,
  console: theConsole,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in benches));
if (unknown !== undefined) {
  process.stderr.write(`There is no bench ${unknown}; there is ${Object.keys(benches).join(', ')}.\n`);
  process.exit(1);
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}, Linux ${release()}`;
process.stdout.write(`${machine}\n`);
const results: Result[] = [];
for (const name of asked.length > 0 ? asked : Object.keys(benches)) {
  process.stderr.write(`Measuring ${name} …\n`);
  results.push(...((await benches[name]?.()) ?? []));
}
process.stdout.write(`${table(results)}\n`);
writeFileSync(
  'bench-results.json',
  `${JSON.stringify({ machine, at: new Date().toISOString(), results }, null, 2)}\n`,
);
