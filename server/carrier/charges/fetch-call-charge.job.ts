import { z } from 'zod';
import type { Clock } from '../../infra/clock.ts';
import type { Database } from '../../infra/database.ts';
import { writtenCallId, writtenTenantId } from '../../infra/ids.ts';
import type { Vault } from '../../infra/secrets.ts';
import { type CarrierCredentials, carrierCredentials } from '../../numbers/inventory/carrier-credentials.ts';
import { writeKeyAccount } from '../../numbers/inventory/phone-number-changes.store.ts';
import type { Answer } from '../../numbers/number-provider.ts';
import type { VobizAccount } from '../../settings/vobiz-account.ts';
import type { CallRecord, CarrierAccount, CarrierAccountOf } from '../carrier-account.ts';
import {
  type CallKey,
  findWaiting,
  markGivenUp,
  markKnown,
  tryAgain,
  type WaitingCharge,
} from './call-charge.store.ts';
import { nextAttempt } from './charge-schedule.ts';

export type ChargeParts = {
  database: Database;
  vault: Vault;
  clock: Clock;
  platformAccount: () => Promise<VobizAccount>;
  accountOf: CarrierAccountOf;
};

const payloadOf = z.object({ tenantId: writtenTenantId, callId: writtenCallId });

/** While the carrier fails for an account, a job asks nothing about that: many of them would hold up every other job of the process. */
const LEFT_ALONE_MS = 15_000;

/** What asking came to. `legs` are those that are known so far. */
type Found =
  | { kind: 'all' | 'some'; legs: CallRecord[] }
  | { kind: 'refused' | 'unavailable'; reason: string };

/**
 * Fetches what calls cost from the carrier. Each attempt is a job of its own that never fails: it enqueues the next,
 * until the record is there or a day has passed.
 */
export class CallCharges {
  /** Until when which account is left alone, in milliseconds. */
  readonly #leftAlone = new Map<string, number>();

  constructor(private readonly parts: ChargeParts) {}

  /** Safe to repeat, and to be killed at any point: the row says what is left to do. */
  async fetch(payload: unknown): Promise<void> {
    const key = payloadOf.parse(payload);
    const { database, clock, vault, platformAccount } = this.parts;
    const waiting = await database.inTenant(key.tenantId, (tx) => findWaiting(tx, key));
    if (!waiting) return;
    const { number, toldAccount, verified } = waiting;
    const account = carrierCredentials(number, toldAccount, await platformAccount(), vault);
    // An admin may still enter what is missing.
    if (!account.isKnown) return this.#later(key, waiting, account.reason);
    const now = clock.now();
    const leftAloneUntil = this.#leftAlone.get(account.credentials.appId) ?? 0;
    if (now.getTime() < leftAloneUntil) {
      const runAt = new Date(leftAloneUntil + Math.random() * LEFT_ALONE_MS);
      await database.inTenant(key.tenantId, (tx) =>
        tryAgain(tx, key, { now, runAt, verified, counts: false }),
      );
      return;
    }
    await this.#ask(key, waiting, account);
  }

  async #ask(
    key: CallKey,
    waiting: WaitingCharge,
    { credentials, byPlatform }: Extract<CarrierCredentials, { isKnown: true }>,
  ): Promise<void> {
    const { accountOf } = this.parts;
    const { number } = waiting;
    const found = await legsOf(accountOf(credentials), waiting.providerCallId);
    switch (found.kind) {
      case 'all':
        if (number && !byPlatform && number.keyAccount === null) {
          const learned = { tenantId: key.tenantId, numberId: number.numberId, account: credentials.appId };
          await this.parts.database.inTenant(key.tenantId, (tx) => writeKeyAccount(tx, learned));
        }
        return this.#settle(key, found.legs, byPlatform);
      case 'some':
        return this.#later(key, waiting, 'Vobiz has no record of it yet.', { legs: found.legs, byPlatform });
      case 'unavailable':
        this.#leaveAlone(credentials.appId);
        return this.#later(key, waiting, found.reason);
      case 'refused':
        return this.#later(key, waiting, found.reason);
    }
  }

  /** Webhooks name accounts as they like: those whose time is over are forgotten. */
  #leaveAlone(appId: string): void {
    const now = this.parts.clock.now().getTime();
    for (const [other, until] of this.#leftAlone) if (until <= now) this.#leftAlone.delete(other);
    this.#leftAlone.set(appId, now + LEFT_ALONE_MS);
  }

  async #later(
    key: CallKey,
    { attempts, endedAt, verified }: WaitingCharge,
    reason: string,
    known?: { legs: CallRecord[]; byPlatform: boolean },
  ): Promise<void> {
    const now = this.parts.clock.now();
    const runAt = nextAttempt(attempts + 1, { endedAt: endedAt ?? now, now, verified });
    if (runAt)
      return this.parts.database.inTenant(key.tenantId, (tx) =>
        tryAgain(tx, key, { reason, now, runAt, verified }),
      );
    if (known && known.legs.length > 0)
      return this.#settle(key, known.legs, known.byPlatform, 'The record of its other leg never came.');
    await this.#giveUp(key, reason);
  }

  async #giveUp(key: CallKey, reason: string): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.database.inTenant(key.tenantId, (tx) => markGivenUp(tx, key, { reason, now }));
  }

  async #settle(key: CallKey, legs: CallRecord[], byPlatform: boolean, reason?: string): Promise<void> {
    const [first] = legs;
    if (!first) return;
    if (legs.some(({ currency }) => currency !== first.currency))
      return this.#giveUp(key, 'Vobiz charged its legs in different currencies.');
    const micros = legs.reduce((sum, leg) => sum + leg.micros, 0);
    const charge = { micros, currency: first.currency, byPlatform };
    const settled = { now: this.parts.clock.now(), ...(reason !== undefined && { reason }) };
    await this.parts.database.inTenant(key.tenantId, (tx) => markKnown(tx, key, charge, settled));
  }
}

/** A call that was put through is two legs, with a record and a charge each (docs.vobiz.ai, "Dial"). */
async function legsOf(account: CarrierAccount, providerCallId: string): Promise<Found> {
  const own = await account.record(providerCallId);
  if (own.outcome !== 'done') return failed(own);
  if (!own.value) return { kind: 'some', legs: [] };
  const { otherLeg } = own.value;
  if (otherLeg === undefined) return { kind: 'all', legs: [own.value] };
  const other = await account.record(otherLeg);
  if (other.outcome !== 'done') return failed(other);
  return other.value ? { kind: 'all', legs: [own.value, other.value] } : { kind: 'some', legs: [own.value] };
}

const failed = ({ outcome, reason }: Exclude<Answer<unknown>, { outcome: 'done' }>): Found => ({
  kind: outcome,
  reason,
});
