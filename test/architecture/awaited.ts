/**
 * What clients outside count on and the schema doesn't have yet: types, and fields as `Query.calls`. Whoever brings one
 * takes it off; a test insists.
 */
export const awaited: ReadonlySet<string> = new Set();
