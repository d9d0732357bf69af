import { assertNever } from '../../../shared/assert-never.ts';
import { instantOf, isOpenAt, openStateAt, wallMinute } from '../../tenants/opening-hours/opening-hours.ts';
import type { TenantProfile } from '../../tenants/tenant-directory.ts';

export const TEST_CALL_MOMENTS = ['NOW', 'OPEN', 'CLOSED'] as const;
/** When a test call is played: now, or as if the business were open or closed. */
export type TestCallMoment = (typeof TEST_CALL_MOMENTS)[number];

/** `isOpen` is null where no opening hours are stated. */
export type PlayedAt = { playedAt: Date; isOpen: boolean | null };

/** The next time that fits; now, where a business never opens or never closes. */
export function playedAt(
  { persona: { hours }, timeZone }: Pick<TenantProfile, 'persona' | 'timeZone'>,
  moment: TestCallMoment,
  now: Date,
): PlayedAt {
  if (hours === null) return { playedAt: now, isOpen: null };
  const openState = openStateAt(hours, wallMinute(now, timeZone));
  const at = (wall: number | undefined) => (wall === undefined ? now : instantOf(wall, timeZone));
  const choose = (): Date => {
    switch (moment) {
      case 'NOW':
        return now;
      case 'OPEN':
        return openState.isOpen ? now : at(openState.opens);
      case 'CLOSED':
        return openState.isOpen ? at(openState.until) : now;
      default:
        return assertNever(moment);
    }
  };
  const played = choose();
  return { playedAt: played, isOpen: isOpenAt(hours, played, timeZone) };
}
