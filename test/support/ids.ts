import type { CallId, CustomerId, TenantId, UserId } from '../../server/infra/ids.ts';

// By ids that a test made up, or that GraphQL or plain SQL answered with.
export const asTenantId = (id: string): TenantId => id as TenantId;
export const asCallId = (id: string): CallId => id as CallId;
export const asCustomerId = (id: string): CustomerId => id as CustomerId;
export const asUserId = (id: string): UserId => id as UserId;
