import type { QueryComplexity } from './query-complexity.ts';

/** In bytes, for a request by HTTP as for a message by WebSocket. */
export const MAX_BYTES = 256 * 1024;

/** Words and signs of a document. The longest that the console sends has about 300. */
export const MAX_TOKENS = 2_000;

/** A page of 100 calls, each with its transcript, analysis, customer, tenant and persona, costs about 5,000. */
const most: QueryComplexity = { depth: 10, aliases: 30, directives: 50, cost: 10_000 };

/** Says what is too much, as a sentence for the author of the operation; undefined where nothing is. */
export function limitViolation({ depth, aliases, directives, cost }: QueryComplexity): string | undefined {
  if (depth > most.depth) return `Fields may be nested ${most.depth} deep; here they are ${depth}.`;
  if (aliases > most.aliases)
    return `An operation may hold ${most.aliases} aliases; this one has ${aliases}.`;
  if (directives > most.directives)
    return `An operation may hold ${most.directives} directives; this one has ${directives}.`;
  if (cost > most.cost)
    return `This asks for about ${Math.round(cost)} objects at once, and ${most.cost} is the most; ask for smaller pages.`;
  return undefined;
}
