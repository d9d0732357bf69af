import { isOpenAt } from '../../tenants/opening-hours/opening-hours.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';
import { forEars } from '../speech/for-ears.ts';

/** How a call is taken, from its first word to its last. */
export type AnsweringMode = 'as always' | 'only a message' | 'turned away';

/** By the time when the call began: one that goes on past closing time is taken as it was, and so is a repeat. */
export function answeringModeAt(
  { persona, timeZone }: Pick<TenantProfile, 'persona' | 'timeZone'>,
  begunAt: Date,
): AnsweringMode {
  const { hours, outsideHours } = persona;
  if (hours === null || outsideHours === 'ANSWER' || isOpenAt(hours, begunAt, timeZone)) return 'as always';
  return outsideHours === 'HANG_UP' ? 'turned away' : 'only a message';
}

/** The first words of a call, as the transcript holds them. */
export const greetingIn = (
  { greeting, closedGreeting }: Pick<TenantProfile['persona'], 'greeting' | 'closedGreeting'>,
  mode: AnsweringMode,
): string => forEars(mode === 'as always' ? greeting : closedGreeting);
