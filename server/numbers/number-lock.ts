/** Everything about one number takes turns, in all instances: adding, buying, releasing, moving it. */
export const numberLock = (e164: string) => ({ lock: `number ${e164}` });
