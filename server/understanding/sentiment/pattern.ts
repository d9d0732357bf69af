/** Remarks that are worth the same, from −3 (furious) to 3 (delighted); 0 where they tell nothing of a feeling. */
export type Remarks = { worth: number; said: readonly string[] };
type CompiledRemark = { worth: number; finds: RegExp };

/** How many words "…" leaves out at most. */
const GAP = 4;

/**
 * Reads phrases: `a|b|c_d` are words to choose from, the last one two in a row; `word*` begins so; `word?` may be missing;
 * `…` leaves out up to four words, but not "I", with which something else begins; `^` and `$` are the ends of the
 * clause. What they look at is words, a space after each.
 */
export function compiled({ worth, said }: Remarks): CompiledRemark[] {
  return said.map((phrase) => ({ worth, finds: new RegExp(`(?<=^| )${source(phrase)}`, 'gu') }));
}

const source = (phrase: string) => phrase.split(' ').map(sourceOf).join('');

function sourceOf(item: string): string {
  if (item === '^' || item === '$') return item;
  if (item === '…') return `(?:(?!i )\\S+ ){0,${GAP}}?`;
  const choices = item.replace(/\?$/u, '').replaceAll('_', ' ').replaceAll('*', '[^ ]*');
  return item.endsWith('?') ? `(?:(?:${choices}) )?` : `(?:${choices}) `;
}
