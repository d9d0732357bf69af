import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { Vault } from '../infra/secrets.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditLog } from './audit/audit-log.ts';
import { AuthResolver } from './auth.resolver.ts';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { SecondFactor } from './second-factor/second-factor.ts';
import { AttemptLimits } from './sessions/attempt-limits.ts';
import { AttemptWatch } from './sessions/attempt-watch.ts';
import { clearExpired } from './sessions/clear-expired.job.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import { SessionService } from './sessions/session.service.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { OwnPasswordService } from './users/own-password.service.ts';
import { type VerifyPassword, verifyPassword } from './users/passwords.ts';
import { UserResolver } from './users/user.resolver.ts';
import { UserService } from './users/user.service.ts';
import { UserAdministrationService } from './users/user-administration.service.ts';

export type AuthFoundation = {
  database: Database;
  vault: Vault;
  clock: Clock;
  log: Log;
  /** Argon2 unless told otherwise. */
  verify?: VerifyPassword | undefined;
};

/** What signing in, users and the audit bring to the process. */
export function createAuth({ database, vault, clock, log: lines, verify = verifyPassword }: AuthFoundation) {
  const watch = new AttemptWatch(database, lines);
  const limits = new AttemptLimits(database, watch);
  const sessions = new SessionService(database, clock);
  const secondFactor = new SecondFactor(vault, clock);
  const users = new UserService(database, clock);
  const administration = new UserAdministrationService(database, clock);
  const signIns = new SignInService(database, limits, sessions, secondFactor, clock, verify);
  const passwords = new OwnPasswordService(database, limits, verify);
  const secondFactors = new SecondFactorService(database, limits, secondFactor, clock, verify);
  const log = new AuditLog(database);
  const services = {
    /** The user whose session a token is. */
    sessions,
    users,
    administration,
    signIns,
    passwords,
    secondFactors,
    log,
    /** Of wrong passwords and codes, and of lock-outs. */
    attempts: watch.figures,
  };
  const module = {
    resolvers: [
      new AuthResolver(signIns, sessions, users, passwords),
      new UserResolver(users, administration),
      new SessionResolver(sessions),
      new SecondFactorResolver(secondFactors),
      new AuditResolver(log),
    ],
    tasks: { 'clear-expired': () => clearExpired(database, clock) },
    schedule: [{ task: 'clear-expired', match: '17 * * * *' }],
  } satisfies Module;
  return { ...services, ...module };
}
