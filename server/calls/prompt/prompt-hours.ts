import type { OpeningFacts } from '../../language-model/briefing.ts';
import { wallMinute } from '../../tenants/opening-hours/opening-hours.ts';
import { spokenExceptions, spokenWeek } from '../../tenants/opening-hours/spoken-hours.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';
import { answeringModeAt } from '../conversation/answering-mode.ts';

/** Holidays further off than a quarter, and more of them than a business plans, would only take a model's room. */
const AHEAD = { days: 92, most: 20 };

export const HOURS_TITLE =
  'Opening hours of the business; where the facts say otherwise about the whole of it, these hold';

/** For a model that may do nothing else. */
export const ONLY_A_MESSAGE = [
  'This call came while the business is closed, and is only there to take a message.',
  'If it sounds like an emergency, help with that first, as the rules say.',
  'Otherwise find out what it is about, the name, and when it suits to be called back; say that somebody will call back once the business is open again.',
  'Answer no other questions than when the business is open; note them in the message instead. Take no bookings, only the wish for one.',
].join(' ');

/** The stated hours and the time at the business; undefined where none are stated. */
export function openingOf(tenant: TenantProfile, now: Date, begunAt: Date): OpeningFacts | undefined {
  const { hours } = tenant.persona;
  if (hours === null) return undefined;
  const takesOnlyMessages = answeringModeAt(tenant, begunAt) === 'only a message';
  return { hours, now: wallMinute(now, tenant.timeZone), takesOnlyMessages };
}

/** Line by line. The same all day long. */
export const hoursTold = ({ hours, now }: OpeningFacts): string[] => [
  spokenWeek(hours),
  ...spokenExceptions(hours, now, AHEAD),
];
