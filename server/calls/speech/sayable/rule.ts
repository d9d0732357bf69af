/** The words around it: numbers in a Devanagari text are said in Hindi, others in English. */
export type Tongue = 'en' | 'hi';

/** How one kind of thing is said. */
export type Rule = {
  /** Sticky, and bounded: it looks at a few hundred characters at most. */
  pattern: RegExp;
  /**
   * @param before the last characters before it
   * @returns undefined where it can't be said well, so that it is left as it was
   */
  say(match: RegExpExecArray, tongue: Tongue, before: string): string | undefined;
};

/** A dash between two ends of a range. */
export const TO = '\\s?[-–—]\\s?';

export const to = (from: string, until: string, tongue: Tongue): string =>
  `${from} ${tongue === 'hi' ? 'से' : 'to'} ${until}`;
