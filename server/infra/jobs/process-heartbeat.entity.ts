import { defineEntity, p } from '@mikro-orm/core';

/** A process that works through jobs. Its row goes when it ends, or when another finds it dead. */
export const ProcessHeartbeatEntity = defineEntity({
  name: 'ProcessHeartbeat',
  tableName: 'process_heartbeats',
  properties: {
    /** Another at each start. */
    id: p.uuid().primary(),
    /** The names that its locks in the job queue carry. */
    lockNames: p.array().columnType('text[]'),
    host: p.text(),
    pid: p.integer(),
    startedAt: p.datetime(6),
    /** Since when it has been seen without a gap; null for one that has had none since it started. */
    steadySince: p.datetime(6).nullable(),
    seenAt: p.datetime(6),
  },
});
