/** As many as people may give a customer by hand. */
const MOST_TAGS = 20;

/** A customer's tags with one more. @returns why it can't be added, as a sentence, where it can't */
export function withTag(tags: readonly string[], tag: string): { tags: string[] } | { reason: string } {
  if (tags.some((other) => other.toLowerCase() === tag.toLowerCase())) {
    return { reason: `The customer is tagged “${tag}” already.` };
  }
  if (tags.length >= MOST_TAGS)
    return { reason: `The customer has ${MOST_TAGS} tags already, which is the most.` };
  return { tags: [...tags, tag] };
}
