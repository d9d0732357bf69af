import { join } from 'node:path';
import type { FetchesSpeech, NotesRecordings } from '../calls/call-recording.ts';
import type { Clock } from '../infra/clock.ts';
import type { Config } from '../infra/config.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import { OutboundHttp } from '../infra/outbound/outbound-http.ts';
import { ReachedBounds } from '../infra/reached-bounds.ts';
import type { Vault } from '../infra/secrets.ts';
import { CallRecordingsResolver } from './call-recordings.resolver.ts';
import {
  DELETE_CARRIER_RECORDINGS,
  deleteCarrierRecordings,
} from './carrier-erasure/delete-carrier-recordings.job.ts';
import type { DeletesAtCarrier } from './carrier-erasure/deletes-at-carrier.ts';
import { RecordingErasureResolver } from './carrier-erasure/recording-erasure.resolver.ts';
import { type DownloadParts, downloadRecording } from './download-recording.job.ts';
import { fetchingSpeech } from './fetch-speech.ts';
import { isLoopback, mediaHostCheck } from './media-host.ts';
import { DOWNLOAD_RECORDING, notingRecordings } from './note-recording.ts';
import { purgeRecordings } from './purge-recordings.job.ts';
import { type RecordingRoutesParts, recordingRoutes } from './recording-routes.ts';
import { diskStorage } from './storage/disk-storage.ts';
import { s3Address } from './storage/s3-address.ts';
import { s3Storage } from './storage/s3-storage.ts';
import type { Storages } from './storage/storage.ts';

export type RecordingsFoundation = {
  config: Pick<Config, 'vobizMediaHosts' | 'dataDir' | 'recordingsS3Url'>;
  database: Database;
  vault: Vault;
  clock: Clock;
  log: Log;
  publicUrl: () => string;
  platformAccount: DownloadParts['platformAccount'];
  viewerOf: RecordingRoutesParts['viewerOf'];
  deleteAtCarrier: DeletesAtCarrier;
  /** Told what meets a bound. */
  reached?: ReachedBounds;
};

/** What recordings bring to the process, and what calls note and hear by them. */
export function createRecordings(foundation: RecordingsFoundation) {
  const { config, database, vault, clock, log, publicUrl, platformAccount, viewerOf } = foundation;
  const { deleteAtCarrier, reached = new ReachedBounds() } = foundation;
  const checkHost = mediaHostCheck(config.vobizMediaHosts);
  // Only what is listed as this very machine may lead inward.
  const outbound = new OutboundHttp({ allowHosts: config.vobizMediaHosts.filter(isLoopback) });
  const directory = join(config.dataDir, 'recordings');
  const incoming = join(directory, '.incoming');
  const storages = storagesOf(directory, config.recordingsS3Url);
  const download = {
    database,
    vault,
    clock,
    storages,
    platformAccount,
    outbound,
    checkHost,
    incoming,
    reached,
  };
  const noting: NotesRecordings = notingRecordings({ vault, clock, checkHost });
  return {
    ...noting,
    /** What was recorded of one turn, to be transcribed. */
    speech: fetchingSpeech(download),
    routes: { '/recordings': recordingRoutes({ viewerOf, database, storages, log }) },
    resolvers: [
      new CallRecordingsResolver(database, publicUrl),
      new RecordingErasureResolver(database, clock),
    ],
    tasks: {
      [DOWNLOAD_RECORDING]: (payload: unknown) => downloadRecording(payload, download),
      'purge-recordings': () => purgeRecordings({ database, clock, log, storages, incoming }),
      [DELETE_CARRIER_RECORDINGS]: () =>
        deleteCarrierRecordings({ database, vault, clock, platformAccount, deleteAtCarrier }),
    },
    schedule: [
      { task: 'purge-recordings', match: '23 * * * *' },
      // What was put off is due by then.
      { task: DELETE_CARRIER_RECORDINGS, match: '* * * * *' },
    ],
    close: () => outbound.close(),
  } satisfies Module & NotesRecordings & { speech: FetchesSpeech };
}

function storagesOf(directory: string, s3Url: string | undefined): Storages {
  const disk = diskStorage(directory);
  if (s3Url === undefined) return { current: 'DISK', by: { DISK: disk } };
  return { current: 'S3', by: { DISK: disk, S3: s3Storage(s3Address(s3Url)) } };
}
