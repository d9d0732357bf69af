import type { Database } from '../../infra/database.ts';
import type { TenantId, UserId } from '../../infra/ids.ts';
import type { Log } from '../../infra/log.ts';
import { audit } from '../audit/audit.ts';
import { maskedAddress } from './network.ts';

/** Whose account an attempt was made at. */
export type AccountHolder = { id: UserId; email: string; tenantId: TenantId | null };

/** What was wrong with an attempt; DISABLED is a right password of a user who may not sign in. */
export type Wrong = 'PASSWORD' | 'CODE' | 'DISABLED';

/** What a lock-out shuts: an account for one network, an account for all that are new to it, or a network. */
export type LockOut = 'ACCOUNT_FROM_NETWORK' | 'ACCOUNT' | 'NETWORK';

/** Since the process started. */
export type AttemptFigures = { failures: number; lockOuts: number };

/**
 * Tells of wrong passwords and codes, and of lock-outs: the audit, for accounts that there are, the log, and the
 * process's figures. What was typed is told to none of them.
 */
export class AttemptWatch {
  readonly figures: AttemptFigures = { failures: 0, lockOuts: 0 };

  constructor(
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  /** @param holder undefined for an e-mail address that no user has */
  async failed(
    holder: AccountHolder | undefined,
    { what, address, isAudited }: { what: Wrong; address: string; isAudited: boolean },
  ): Promise<void> {
    this.figures.failures += 1;
    this.log.warn(
      { userId: holder?.id, what, address: maskedAddress(address) },
      'An attempt to sign in failed',
    );
    if (holder && isAudited) await this.#audit('signIn.fail', holder, address, { what });
  }

  /** @param holder undefined for a network, or an e-mail address that no user has */
  async lockedOut(
    holder: AccountHolder | undefined,
    { scope, address, retryAfterSeconds }: { scope: LockOut; address: string; retryAfterSeconds: number },
  ): Promise<void> {
    this.figures.lockOuts += 1;
    this.log.warn(
      { userId: holder?.id, scope, address: maskedAddress(address), retryAfterSeconds },
      'Attempts to sign in are refused for a while',
    );
    if (holder) await this.#audit('signIn.lockOut', holder, address, { scope, retryAfterSeconds });
  }

  #audit(
    action: string,
    { id, email, tenantId }: AccountHolder,
    address: string,
    detail: object,
  ): Promise<void> {
    return this.database.asPlatform((tx) =>
      audit(
        tx,
        { viewer: undefined, address },
        { action, tenantId, subject: email, detail: { userId: id, ...detail } },
      ),
    );
  }
}
