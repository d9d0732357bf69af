/** What is said when no model writes, in one language's words; there are several where they may follow each other. */
export type Wording = {
  fillers: readonly string[];
  apologies: readonly string[];
  rePrompts: readonly string[];
  farewell(businessName: string): string;
  tooLong: string;
  /** A caller should never hear the line fall silent, whatever broke. */
  broken: string;
  /** The same, to a caller who hasn't said anything yet. */
  brokenAtAnswer: string;
  retired: string;
  /** To a new caller, where those in progress take all that we have. */
  busy: string;
  suspended: string;
};
