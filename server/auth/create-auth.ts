import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Module } from '../infra/module.ts';
import type { Vault } from '../infra/secrets.ts';
import { AuditResolver } from './audit/audit.resolver.ts';
import { AuditLog } from './audit/audit-log.ts';
import { AuthResolver } from './auth.resolver.ts';
import { SecondFactorResolver } from './second-factor/second-factor.resolver.ts';
import { SecondFactorService } from './second-factor/second-factor.service.ts';
import { SecondFactor } from './second-factor/second-factor.ts';
import { AttemptLimits } from './sessions/attempt-limits.ts';
import { clearExpired } from './sessions/clear-expired.job.ts';
import { SessionService } from './sessions/session.service.ts';
import { SignInService } from './sessions/sign-in.service.ts';
import { OwnPasswordService } from './users/own-password.service.ts';
import { verifyPassword } from './users/passwords.ts';
import { UserResolver } from './users/user.resolver.ts';
import { UserService } from './users/user.service.ts';
import { UserAdministrationService } from './users/user-administration.service.ts';

/** What signing in, users and the audit bring to the process. */
export function createAuth(database: Database, vault: Vault, clock: Clock, verify = verifyPassword) {
  const limits = new AttemptLimits(database);
  const sessions = new SessionService(database, clock);
  const secondFactor = new SecondFactor(vault, clock);
  const users = new UserService(database);
  const administration = new UserAdministrationService(database, clock);
  const signIns = new SignInService(database, limits, sessions, secondFactor, verify);
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
  };
  const module = {
    resolvers: [
      new AuthResolver(signIns, sessions, users, passwords),
      new UserResolver(users, administration),
      new SecondFactorResolver(secondFactors),
      new AuditResolver(log),
    ],
    tasks: { 'clear-expired': () => clearExpired(database, clock) },
    schedule: [{ task: 'clear-expired', match: '17 * * * *' }],
  } satisfies Module;
  return { ...services, ...module };
}
