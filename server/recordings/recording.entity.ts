import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { RecordingStatus } from './recording.store.ts';
import type { SoundType } from './sound.ts';
import type { StorageName } from './storage/storage-name.ts';

/** The sound of a call: that webhooks told of it, and where it is kept. */
export const RecordingEntity = defineEntity({
  name: 'Recording',
  tableName: 'recordings',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    id: p.uuid().primary(),
    callId: p.uuid().$type<CallId>(),
    /** The carrier's id, else a hash of the address: one recording is told of several times. */
    sourceKey: p.text(),
    /** SHA-256 of the address. */
    urlHash: p.blob().$type<Buffer>(),
    sourceHost: p.text(),
    /** Encrypted, as it may be all that it takes to listen; null once it is of no more use. */
    sourceUrl: p.blob().$type<Buffer>().nullable().hidden(),
    /** The account at the carrier. */
    parentAuthId: p.text().nullable(),
    status: p.text().$type<RecordingStatus>(),
    /** Why it failed or was refused. */
    reason: p.text().nullable(),
    attempts: p.integer().default(0),
    notedAt: p.datetime(6),
    triedAt: p.datetime(6).nullable(),
    durationSeconds: p.integer().nullable(),
    contentType: p.text().$type<SoundType>().nullable(),
    bytes: p.bigint('number').nullable(),
    /** Hexadecimal. */
    sha256: p.text().nullable(),
    storedIn: p.text().$type<StorageName>().nullable(),
    storedAt: p.datetime(6).nullable(),
    /** The tenant's number in the call, with whose key it is to be deleted at the carrier; null where none is known. */
    numberId: p.uuid().nullable(),
    /** Whether a webhook that is known to come from the carrier named its id. */
    verified: p.boolean().default(false),
    /** It was made only to understand one turn; REFUSED, and nothing is wrong with that. */
    onlyHeard: p.boolean().default(false),
  },
});
