import { join } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { resolverClasses } from './resolvers.ts';
import { describeKaiVoxSchema } from './schema.ts';

/** Where clients find the schema, the console's generated types first of all. */
export const SCHEMA_FILE = join(import.meta.dirname, '../../shared/schema.graphql');

/** The schema in an order of its own, so that it only changes where something has changed. */
export const printedSchema = (): string =>
  `${printSchema(lexicographicSortSchema(describeKaiVoxSchema(resolverClasses)))}\n`;
