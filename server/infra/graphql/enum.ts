import { registerEnumType } from 'type-graphql';

/** A GraphQL enum whose words are the same in the database, in TypeScript and for clients. */
export function enumOf<Word extends string>(
  name: string,
  words: readonly Word[],
  description?: string,
): Record<Word, Word> {
  const members = Object.fromEntries(words.map((word) => [word, word])) as Record<Word, Word>;
  registerEnumType(members, { name, ...(description !== undefined && { description }) });
  return members;
}
