import { writeFileSync } from 'node:fs';
import { printedSchema, SCHEMA_FILE } from './printed-schema.ts';

// Writes the schema down: `npm run schema`.
writeFileSync(SCHEMA_FILE, printedSchema());
process.stdout.write(`Wrote ${SCHEMA_FILE}\n`);
