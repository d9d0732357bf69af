import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId } from '../infra/ids.ts';
import type { StorageName } from './storage/storage-name.ts';

/** A file whose recording is gone, and which is still to be removed. */
export const RecordingLeftoverEntity = defineEntity({
  name: 'RecordingLeftover',
  tableName: 'recording_leftovers',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    recordingId: p.uuid().primary(),
    storedIn: p.text().$type<StorageName>(),
  },
});
