import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../../infra/ids.ts';

/**
 * The account of a number that is gone, or whose key was taken away: kept by a trigger while recordings are there or
 * still to be deleted with it.
 */
export const LeftKeyEntity = defineEntity({
  name: 'LeftKey',
  tableName: 'left_keys',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    numberId: p.uuid().primary(),
    /** As the number's row had it: bound to that place. */
    providerApiKey: p.blob().$type<Buffer>().nullable().hidden(),
    keyAccount: p.text().nullable(),
    /** The platform's account that a number without a key was bought with. */
    boughtWith: p.text().nullable(),
  },
});
