/**
 * What Vitest is to run for the words after `npm test --`. Options are Vitest's own, and so are paths; other words are
 * looked for in the files' paths, all in one, and where they are in none in tests' names, one after the other.
 * @param files every test file
 * @param contentOf a file's source, in which most tests' names stand as they are
 * @returns arguments for `vitest run`
 */
export function chosenTests(
  given: readonly string[],
  files: readonly string[],
  contentOf: (file: string) => string,
): string[] {
  if (given.length === 0 || given.some((word) => word.startsWith('-'))) return [...given];
  // With or without quotation marks in the shell.
  const words = given.flatMap((each) => each.split(/\s+/)).filter(Boolean);
  const isPath = (word: string) => word.includes('/') && files.some((file) => file.includes(word));
  if (words.every(isPath)) return words;
  const named = files.filter((file) => words.every((word) => file.includes(word.toLowerCase())));
  if (named.length > 0) return named;
  const name = words.join(' ');
  // A name made from a table, or from what a test stands in, is in no source: every file is asked then.
  return [...files.filter((file) => contentOf(file).includes(name)), '-t', literally(name)];
}

/** Vitest reads a pattern. */
const literally = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
