import type { OpeningHours, WallMinute } from '../tenants/opening-hours/opening-hours.ts';

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

/** When the business is open, where it states that. */
export type OpeningFacts = {
  hours: OpeningHours;
  /** Now, on the business's own clock. */
  now: WallMinute;
  /** The call came while it is closed, and is only there to take a message. */
  takesOnlyMessages: boolean;
};

/**
 * What is known of the caller before the call, and may be told; empty where who calls isn't certain. Nothing of it is to
 * be said before the caller has said it.
 */
export type CallerFacts = {
  name?: string;
  notes?: string;
  /** The newest first: when, as a person would say it, and what they were about in words of ours. */
  lastCalls?: { at: string; about: string[] }[];
};
