/**
 * How many letters have to be changed, added or dropped to turn one text into the other (Levenshtein).
 * Both are cut at 60 characters: slugs are shorter, and what isn't one needs no exact figure.
 */
export function editDistance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 60), other.slice(0, 60)];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Whether an admin who typed `typed` into Vobiz's console probably meant `slug`. */
export function resembles(typed: string, slug: string): boolean {
  const [a, b] = [typed.toLowerCase(), slug.toLowerCase()];
  return (
    a.includes(b) ||
    (a.length >= 4 && b.includes(a)) ||
    editDistance(a, b) <= Math.max(2, Math.floor(b.length / 3))
  );
}
