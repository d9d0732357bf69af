import { z } from 'zod';
import { assertNever } from '../../../shared/assert-never.ts';
import { Semaphore } from '../../infra/async/semaphore.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import { type TenantId, writtenTenantId } from '../../infra/ids.ts';
import type { Log } from '../../infra/log.ts';
import type { Secret, Vault } from '../../infra/secrets.ts';
import { signingKey } from '../rules/action.store.ts';
import { beginAttempt, type DueDelivery, lockPending, postpone, settle } from './attempt.store.ts';
import { wakeFor } from './delivery.store.ts';
import type { Attempt, Delivery, DeliveryChannel, DeliveryKind } from './delivery.ts';
import { retryAfterMs } from './delivery-schedule.ts';

const payloadOf = z.object({ tenantId: writtenTenantId, deliveryId: z.uuid() });

/** Receivers may be slow, and one tenant's may all be: the others' deliveries go on beside them. */
const LIMITS = { places: 16, placesEach: 4 };
const BUSY_MS = 5_000;
/** Longer than any channel takes. A process that hasn't stored an attempt's result by then was killed. */
const LEASE_MS = 60_000;

type Key = { tenantId: TenantId; id: string };
type Begun = { delivery: Delivery & Key; key: Secret | undefined; attempt: number };

/**
 * Makes deliveries. An attempt is counted before it is made and ended after it, and until then no other process makes
 * one; a process that dies in between leaves a job behind that takes it up. What arrived without our hearing of it is
 * therefore sent again, under the same id.
 */
export class DeliveryDispatcher {
  readonly #semaphore = new Semaphore(LIMITS);
  readonly #underWay = new Set<Promise<void>>();

  constructor(
    private readonly deps: {
      database: Database;
      vault: Vault;
      channels: Readonly<Record<DeliveryKind, DeliveryChannel>>;
      clock: Clock;
      log: Log;
    },
  ) {}

  /** A job. It ends when the attempt has begun: slow receivers mustn't hold up other jobs. */
  async deliver(payload: unknown): Promise<void> {
    const { tenantId, deliveryId: id } = payloadOf.parse(payload);
    const place = this.#semaphore.tryEnter(tenantId);
    if (!place) return this.#inTenant(tenantId, (tx) => wakeFor(tx, { tenantId, id }, this.#in(BUSY_MS)));
    const begun = await this.#inTenant(tenantId, (tx) => this.#begin(tx, { tenantId, id })).catch(
      (error: unknown) => {
        place[Symbol.dispose]();
        throw error;
      },
    );
    if (!begun) return place[Symbol.dispose]();
    const attempt = this.#attempt(begun)
      .catch((err: unknown) =>
        this.deps.log.error({ err, delivery: id }, 'What came of a delivery isn’t written down'),
      )
      .finally(() => {
        place[Symbol.dispose]();
        this.#underWay.delete(attempt);
      });
    this.#underWay.add(attempt);
  }

  /** Resolves once no attempt is under way. */
  async drain(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  async #begin(tx: Tx, { tenantId, id }: Key): Promise<Begun | undefined> {
    const now = this.deps.clock.now();
    const due = await lockPending(tx, tenantId, id);
    if (!due) return undefined;
    if (due.nextAttemptAt > now) {
      await wakeFor(tx, due, due.nextAttemptAt);
      return undefined;
    }
    const ready = this.#readied(due);
    if ('status' in ready) {
      await settle(tx, due, { ...ready, lastStatus: null, now });
      return undefined;
    }
    const until = this.#in(LEASE_MS);
    const attempt = await beginAttempt(tx, due, { now, until });
    await wakeFor(tx, due, until);
    return { ...ready, attempt };
  }

  /** What an attempt takes, or why there is none. */
  #readied(due: DueDelivery): Omit<Begun, 'attempt'> | { status: 'FAILED' | 'CANCELLED'; problem: string } {
    const { isEnabled, actionId, body, secret, hasSecret } = due;
    if (!isEnabled) return { status: 'CANCELLED', problem: 'The automation was switched off before that.' };
    if (actionId === null)
      return { status: 'CANCELLED', problem: 'The automation doesn’t do this any more.' };
    if (body === null) return { status: 'CANCELLED', problem: 'The words of this call are no longer kept.' };
    const { unavailable } = this.deps.channels[due.kind];
    if (unavailable !== undefined) return { status: 'FAILED', problem: unavailable };
    const key = signingKey({ actionId, secret, hasSecret }, this.deps.vault);
    if (key.state === 'unreadable') {
      return {
        status: 'FAILED',
        problem: 'The webhook’s secret can’t be read any more; please enter it again.',
      };
    }
    return { delivery: { ...due, body }, key: key.state === 'readable' ? key.secret : undefined };
  }

  async #attempt({ delivery, key, attempt }: Begun): Promise<void> {
    const outcome = await this.deps.channels[delivery.kind].carry(delivery, key);
    await this.#inTenant(delivery.tenantId, (tx) => this.#note(tx, delivery, outcome, attempt));
  }

  async #note(tx: Tx, delivery: Key, outcome: Attempt, attempt: number): Promise<void> {
    const now = this.deps.clock.now();
    const { status: lastStatus } = outcome;
    switch (outcome.kind) {
      case 'delivered':
        return settle(tx, delivery, { status: 'DELIVERED', lastStatus, problem: null, now });
      case 'refused':
        return settle(tx, delivery, { status: 'FAILED', lastStatus, problem: outcome.problem, now });
      case 'failed': {
        const { problem } = outcome;
        const pauseMs = retryAfterMs(attempt);
        if (pauseMs === undefined)
          return settle(tx, delivery, { status: 'FAILED', lastStatus, problem, now });
        const nextAttemptAt = this.#in(pauseMs);
        if (await postpone(tx, delivery, { lastStatus, problem, nextAttemptAt }))
          await wakeFor(tx, delivery, nextAttemptAt);
        return;
      }
      default:
        return assertNever(outcome);
    }
  }

  #inTenant<T>(tenantId: TenantId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.deps.database.inTenant(tenantId, work);
  }

  #in(ms: number): Date {
    return new Date(this.deps.clock.now().getTime() + ms);
  }
}
