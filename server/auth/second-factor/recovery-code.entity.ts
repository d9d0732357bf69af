import { defineEntity, p } from '@mikro-orm/core';
import type { UserId } from '../../infra/ids.ts';

/** A code that stands in for a second factor, once; only its SHA-256. */
export const RecoveryCodeEntity = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_codes',
  properties: {
    userId: p.uuid().$type<UserId>().primary(),
    codeHash: p.blob().$type<Buffer>().primary().hidden(),
  },
});
