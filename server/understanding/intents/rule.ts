/** A clause that holds one of the phrases, and none of those that make it something else. */
export type Rule = { phrases: readonly string[]; unless?: readonly string[] };
