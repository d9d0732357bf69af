import { Authorized } from 'type-graphql';
import { AppError, badInput, notFound } from '../infra/app-error.ts';
import { isTenantId, type TenantId, type UserId } from '../infra/ids.ts';
import type { Role } from './users/user.entity.ts';

/** The user who asks, by their session. */
export type Viewer = {
  userId: UserId;
  email: string;
  name: string;
  role: Role;
  /** Null for super admins, who have none. */
  tenantId: TenantId | null;
  /** An admin knows the password: nothing but choosing another is allowed before that is done. */
  mustChangePassword: boolean;
  /** Where the user has a second factor: when a code of it was last given in this session. */
  secondFactor?: { givenAt: Date | null };
  /** The platform requires a second factor of super admins: nothing but setting it up is allowed before. */
  mustSetUpSecondFactor?: true;
  /** SHA-256 of the session's token, in hexadecimal. */
  sessionId: string;
};

/** What every resolver gets. */
export type Context = {
  viewer: Viewer | undefined;
  /** Where the request came from, for rate limits and the audit. */
  address: string;
  /** What the client calls itself, where it does. */
  userAgent?: string | undefined;
};

/**
 * Who may use a field. ANYONE is for what answers without signing in; ALSO_BEFORE_PASSWORD_CHANGE lets the roles beside
 * it in while they have yet to choose a password of their own, ALSO_BEFORE_SECOND_FACTOR while they have yet to set up
 * a second factor.
 */
export type Rule = Role | 'ANYONE' | 'ALSO_BEFORE_PASSWORD_CHANGE' | 'ALSO_BEFORE_SECOND_FACTOR';

/** Says who may use a query, mutation or subscription. One without a rule keeps the schema from being built. */
export const Allow = (...rules: [Rule, ...Rule[]]) => Authorized<Rule>(...rules);

export const EVERY_ROLE = ['SUPER_ADMIN', 'TENANT_ADMIN', 'TENANT_STAFF'] as const;
export const ADMINS = ['SUPER_ADMIN', 'TENANT_ADMIN'] as const;

/** @throws AppError UNAUTHENTICATED, though a resolver with a rule for roles is never reached without a viewer */
export function viewerOf({ viewer }: Context): Viewer {
  if (!viewer) throw new AppError('UNAUTHENTICATED', 'Please sign in.');
  return viewer;
}

/**
 * The tenant that an operation is about.
 * @param tenantId as the caller gave it; a tenant's user may leave it out
 * @throws AppError BAD_USER_INPUT where a super admin names none, NOT_FOUND where a tenant's user names another's
 */
export function tenantFor(viewer: Viewer, tenantId: string | null | undefined, field = 'tenantId'): TenantId {
  if (viewer.tenantId === null) {
    if (!tenantId) throw badInput(field, `Name the tenant in ${field}.`);
    if (!isTenantId(tenantId)) throw notFound('tenant');
    return tenantId;
  }
  if (tenantId && tenantId !== viewer.tenantId) throw notFound('tenant');
  return viewer.tenantId;
}

/** The rows that a viewer may reach by their id: the own tenant's, or any for a super admin. Fits Database.within. */
export const reachOf = (viewer: Viewer): TenantId | undefined => viewer.tenantId ?? undefined;

/** Whether a viewer has yet to do something about the account before anything else. */
export const isHeldBack = ({ mustChangePassword, mustSetUpSecondFactor }: Viewer): boolean =>
  mustChangePassword || mustSetUpSecondFactor === true;

/** For so long after a code was given, none is asked for again. */
const FRESH_MS = 5 * 60_000;

/**
 * Asks for a code again before what can't be undone or takes everything away: whoever finds a screen unlocked, or has
 * stolen a session, doesn't have one. Users without a second factor aren't asked.
 * @throws AppError FORBIDDEN with `reason` SECOND_FACTOR_NEEDED
 */
export function requireFreshSecondFactor({ secondFactor }: Viewer, now: Date): void {
  if (!secondFactor) return;
  const { givenAt } = secondFactor;
  if (givenAt && now.getTime() - givenAt.getTime() < FRESH_MS) return;
  throw new AppError('FORBIDDEN', 'This needs a code of your second factor. Please enter one.', {
    reason: 'SECOND_FACTOR_NEEDED',
  });
}
