/** Of one function. Far more than a platform has of languages and time zones, and little memory all the same. */
const MOST = 500;

/**
 * A pure function that remembers what it made of each text, up to 500 of them: for what is costly to make, such as
 * the formatters of Intl, of texts that come again and again.
 */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    const made = make(text);
    // Texts that tenants type may be anything: a flood of them must not fill the memory.
    if (known.size >= MOST) known.clear();
    known.set(text, made);
    return made;
  };
}
