import type { Offer } from '../phrases.ts';

/** What is answered to a line, and what is offered with it. */
export type Answer = { sentences: readonly string[]; offer?: Offer };

/** Said of the appointments that are made already. */
export const CANNOT_SEE_APPOINTMENTS = [
  'I am sorry, I cannot see the appointments from here.',
  'I cannot look into the appointment book myself.',
] as const;
