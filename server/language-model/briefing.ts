/** One line of a call's transcript. */
export type Line = { speaker: 'CALLER' | 'AGENT'; text: string };

/** Who answers, for whom, and what it may tell. */
export type PersonaFacts = {
  businessName: string;
  agentName: string;
  /** How to behave; may also hold facts about the business. Never to be read out. */
  instructions: string;
  /** What callers may be told, one fact a line; may be empty. */
  facts: string;
  /** BCP 47, as en-IN. */
  language: string;
};

/** What is known of the caller before the call; empty for an anonymous one. */
export type CallerFacts = { name?: string; notes?: string; lastCall?: string };
