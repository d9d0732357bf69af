import type { TenantId } from '../../server/infra/ids.ts';

/** A tenant by an id that a test made up, or that GraphQL answered with. */
export const asTenantId = (id: string): TenantId => id as TenantId;
