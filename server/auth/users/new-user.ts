import { z } from 'zod';
import { AppError, badInput } from '../../infra/app-error.ts';
import type { TenantId } from '../../infra/ids.ts';
import { tenantFor, type Viewer } from '../access.ts';
import type { Role } from './user.entity.ts';

export type NewUserInput = { email: string; name: string; role: Role; tenantId?: string | null | undefined };

export type ParsedUser = { email: string; name: string; role: Role; tenantId: TenantId | null };

const emailAddress = z.email().max(254);
const LONGEST_NAME = 100;

/**
 * A new user, as the admin who invites asks for them.
 * @throws AppError FORBIDDEN, NOT_FOUND or BAD_USER_INPUT
 */
export function readNewUser(input: NewUserInput, viewer: Viewer): ParsedUser {
  const { role } = input;
  const tenantId = tenantForRole(role, input.tenantId, viewer);
  return { email: readEmail(input.email), name: readName(input.name), role, tenantId };
}

/**
 * The tenant that a user of a role is to belong to, or null for none.
 * @throws AppError FORBIDDEN unless a super admin makes a super admin; BAD_USER_INPUT where role and tenant don't fit;
 * NOT_FOUND where a tenant's admin names another tenant
 */
function tenantForRole(role: Role, tenantId: string | null | undefined, viewer: Viewer): TenantId | null {
  if (role !== 'SUPER_ADMIN') return tenantFor(viewer, tenantId);
  if (viewer.role !== 'SUPER_ADMIN') {
    throw new AppError('FORBIDDEN', 'Only a super admin can make somebody a super admin.');
  }
  if (tenantId) throw badInput('tenantId', 'A super admin belongs to no tenant. Leave tenantId out.');
  return null;
}

/**
 * The tenant that a user belongs to after getting a role: the same, except on becoming a super admin or ceasing to be
 * one.
 * @throws as `tenantForRole`
 */
export function tenantAfter(
  before: TenantId | null,
  { role, tenantId }: { role: Role; tenantId?: string | null | undefined },
  viewer: Viewer,
): TenantId | null {
  if (before === null || role === 'SUPER_ADMIN') return tenantForRole(role, tenantId, viewer);
  if (!tenantId || tenantId === before) return before;
  throw badInput('tenantId', 'A user stays with the tenant. Make another user for the other one.');
}

function readEmail(typed: string): string {
  const parsed = emailAddress.safeParse(typed.trim());
  if (parsed.success) return parsed.data;
  throw badInput('email', 'This is no e-mail address; one looks like reception@example.com.');
}

function readName(typed: string): string {
  const name = typed.trim().replaceAll(/\s+/g, ' ');
  if (name === '') throw badInput('name', 'A name is missing.');
  if (name.length > LONGEST_NAME) throw badInput('name', `A name has at most ${LONGEST_NAME} characters.`);
  return name;
}
