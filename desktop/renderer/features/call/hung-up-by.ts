import type { Call } from './operations.ts';

/** Who hung up, in words of ours; Vobiz's word is by who called whom, so in an outgoing call we are the caller. */
const PARTIES = {
  INBOUND: { caller: 'caller', callee: 'us', vobiz: 'carrier' },
  OUTBOUND: { caller: 'us', callee: 'customer', vobiz: 'carrier' },
} as const;

type Party = 'caller' | 'customer' | 'us' | 'carrier';

/** @returns undefined for a word that isn't known, to be shown as it came */
export function hungUpBy({
  direction,
  hangupSource,
}: Pick<Call, 'direction' | 'hangupSource'>): Party | undefined {
  const word = hangupSource?.toLowerCase();
  return word === 'caller' || word === 'callee' || word === 'vobiz' ? PARTIES[direction][word] : undefined;
}
