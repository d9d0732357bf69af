import type { Readable } from 'node:stream';
import type { ByteRange } from '../byte-range.ts';
import type { RecordingKey, Sound } from '../recording.store.ts';
import type { StorageName } from './storage-name.ts';

/** Where the sound of calls is kept. Each recording has its place, whatever happens in between. */
export type RecordingStorage = {
  /** Takes over a file of this machine, which is gone afterwards; resolves once nothing can lose it. */
  keep(key: RecordingKey, file: string, sound: Pick<Sound, 'contentType' | 'bytes'>): Promise<void>;
  /** @returns undefined where there is no such file */
  read(key: RecordingKey, range: ByteRange): Promise<Readable | undefined>;
  /** Of no consequence where there is no such file. */
  remove(key: RecordingKey): Promise<void>;
};

/** Where new recordings go, and where each of the others is: a change of RECORDINGS_S3_URL leaves those where they are. */
export type Storages = { current: StorageName; by: Readonly<Partial<Record<StorageName, RecordingStorage>>> };

/** @throws Error where that storage isn't configured any more */
export function storageOf({ by }: Storages, name: StorageName): RecordingStorage {
  const storage = by[name];
  if (!storage) throw new Error(`Recordings in ${name} can't be reached: RECORDINGS_S3_URL is not set.`);
  return storage;
}
