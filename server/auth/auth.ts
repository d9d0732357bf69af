import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Vault } from '../infra/secrets.ts';
import { AttemptLimits } from './attempt-limits.ts';
import { AuditResolver } from './audit.resolver.ts';
import { AuditLog } from './audit-log.ts';
import { AuthResolver } from './auth.resolver.ts';
import { OwnPasswordService } from './own-password.service.ts';
import { verifyPassword } from './passwords.ts';
import { SecondFactorResolver } from './second-factor.resolver.ts';
import { SecondFactorService } from './second-factor.service.ts';
import { SecondFactor } from './second-factor.ts';
import { SessionService } from './session.service.ts';
import { SignInService } from './sign-in.service.ts';
import { UserResolver } from './user.resolver.ts';
import { UserService } from './user.service.ts';
import { UserStandingService } from './user-standing.service.ts';

/** The capability, put together. */
export function createAuth(database: Database, vault: Vault, clock: Clock, verify = verifyPassword) {
  const limits = new AttemptLimits(database);
  const sessions = new SessionService(database, clock);
  const secondFactor = new SecondFactor(vault, clock);
  const users = new UserService(database);
  const standing = new UserStandingService(database, clock);
  const signIns = new SignInService(database, limits, sessions, secondFactor, verify);
  const passwords = new OwnPasswordService(database, limits, verify);
  const secondFactors = new SecondFactorService(database, limits, secondFactor, clock, verify);
  const log = new AuditLog(database);
  return {
    /** Who is behind a token. */
    sessions,
    users,
    standing,
    signIns,
    passwords,
    secondFactors,
    log,
    resolvers: [
      new AuthResolver(signIns, sessions, users, passwords),
      new UserResolver(users, standing),
      new SecondFactorResolver(secondFactors),
      new AuditResolver(log),
    ],
  };
}
