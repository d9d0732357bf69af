import { readFileSync } from 'node:fs';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { printedSchema, SCHEMA_FILE } from '../../server/printed-schema.ts';
import { ADMIN, aKaivox } from '../support/kaivox.ts';

/** What the usual introspection leaves out, and a written schema doesn't. */
const EVERYTHING = { specifiedByUrl: true, inputValueDeprecation: true, oneOf: true };

const written = readFileSync(SCHEMA_FILE, 'utf8');

test('shared/schema.graphql is what the resolvers make; `npm run schema` writes it anew', () => {
  expect(written).toBe(printedSchema());
});

test('a running KaiVox serves that schema', async () => {
  const { graphql } = await aKaivox();
  const token = await graphql.signIn(ADMIN);
  const { data } = await graphql(getIntrospectionQuery(EVERYTHING), { token });
  const served = buildClientSchema(data as unknown as IntrospectionQuery);
  expect(`${printSchema(lexicographicSortSchema(served))}\n`).toBe(written);
});
