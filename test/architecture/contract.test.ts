import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BreakingChangeType, buildSchema, findBreakingChanges } from 'graphql';
import { describe, expect, test } from 'vitest';
import { SCHEMA_FILE } from '../../server/printed-schema.ts';
import { awaited } from './awaited.ts';

/** What clients outside this project count on. It stands beside the project, where there are such clients. */
const CONTRACT = join(import.meta.dirname, '../../../shared/contract.graphql');

/** What a client written for `contract` misses in `emitted`: the name of what is gone, else what has changed. */
function missing(contract: string, emitted: string): string[] {
  return findBreakingChanges(buildSchema(contract), buildSchema(emitted)).map(({ type, description }) =>
    type === BreakingChangeType.TYPE_REMOVED || type === BreakingChangeType.FIELD_REMOVED
      ? description.replace(/^Standard scalar | was removed.*$/g, '')
      : description,
  );
}

describe.skipIf(!existsSync(CONTRACT))('what clients outside count on', () => {
  const changes = () => missing(readFileSync(CONTRACT, 'utf8'), readFileSync(SCHEMA_FILE, 'utf8'));

  test('is there, but for what is on its way', () => {
    expect(changes().filter((name) => !awaited.has(name))).toEqual([]);
  });

  test('is no longer awaited once it is there', () => {
    const names = new Set(changes());
    expect([...awaited].filter((name) => !names.has(name))).toEqual([]);
  });
});

test.each([
  ['type Query { me: String! }', 'type Query { me: String! you: Int }', []],
  ['type Query { me: String! }', 'type Query { you: Int }', ['Query.me']],
  [
    'type Query { me: String! }',
    'type Query { me: String }',
    ['Query.me changed type from String! to String.'],
  ],
  [
    'type Query { me(a: Int): Int }',
    'type Query { me(a: Int, b: Int!): Int }',
    ['A required arg b on Query.me was added.'],
  ],
  [
    'type Query { me: User } type User { id: Int }',
    'type Query { me: Int }',
    ['User', 'Query.me changed type from User to Int.'],
  ],
  [
    'type Query { me: E } enum E { A B }',
    'type Query { me: E } enum E { A }',
    ['B was removed from enum type E.'],
  ],
])('a client of %s finds in %s all but %j', (contract, emitted, names) => {
  expect(missing(contract, emitted)).toEqual(names);
});
