import type { IncomingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Request, type Response, Router } from 'express';
import { reachOf, type Viewer } from '../auth/access.ts';
import type { Database } from '../infra/database.ts';
import { isUuid } from '../infra/ids.ts';
import type { Log } from '../infra/log.ts';
import { type ByteRange, byteRange } from './byte-range.ts';
import { findPlayable, type PlayableRecording } from './recording.store.ts';
import type { SoundType } from './sound.ts';
import { type Storages, storageOf } from './storage/storage.ts';

export type RecordingRoutesParts = {
  /** The user who sent a request, by its token or its cookie. */
  viewerOf: (headers: IncomingHttpHeaders) => Promise<Viewer | undefined>;
  database: Database;
  storages: Storages;
  log: Log;
};

/** The sound of calls, for users who are signed in to its tenant; to be mounted at /recordings. */
export function recordingRoutes(parts: RecordingRoutesParts): Router {
  const router = Router({ caseSensitive: true });
  router
    .route('/:id')
    .get((request, response) => play(request, response, parts))
    .all((_, response) => refuse(response.set('Allow', 'GET, HEAD'), 405, 'A recording can only be played.'));
  return router;
}

async function play(
  request: Request<{ id: string }>,
  response: Response,
  { viewerOf, database, storages, log }: RecordingRoutesParts,
): Promise<void> {
  response.set({ 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff', Vary: 'Cookie' });
  const viewer = await viewerOf(request.headers);
  if (!viewer) return refuse(response, 401, 'Please sign in.');
  const kept = await find(database, viewer, request.params.id);
  if (!kept) return refuse(response, 404, 'There is no such recording.');

  const size = kept.bytes;
  const etag = `"${kept.sha256}"`;
  response.set({ 'Accept-Ranges': 'bytes', ETag: etag });
  const wanted = isAboutAnother(request, etag) ? 'whole' : byteRange(request.headers.range, size);
  if (wanted === 'unsatisfiable') {
    return refuse(response.set('Content-Range', `bytes */${size}`), 416, 'The recording is shorter.');
  }
  const range = wanted === 'whole' ? { start: 0, end: size - 1 } : wanted;
  const sound =
    request.method === 'HEAD' ? undefined : await storageOf(storages, kept.storedIn).read(kept, range);
  if (request.method !== 'HEAD' && !sound) {
    log.error({ recordingId: kept.id, storedIn: kept.storedIn }, 'The file of a recording is missing');
    return refuse(response, 404, 'There is no such recording.');
  }
  response.set(headersOf(kept, range)).status(wanted === 'whole' ? 200 : 206);
  if (wanted !== 'whole') response.set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  if (!sound) return void response.end();
  // A user who stops listening is no fault.
  await pipeline(sound, response).catch((err: unknown) =>
    log.debug({ err }, 'A recording was not heard to its end'),
  );
}

/** What has been heard so far came from another file, so its rest would be of no use (RFC 9110, "If-Range"). */
const isAboutAnother = ({ headers }: Request<{ id: string }>, etag: string) =>
  headers['if-range'] !== undefined && headers['if-range'] !== etag;

const ENDINGS: Readonly<Record<SoundType, string>> = {
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
};

const headersOf = ({ id, contentType }: PlayableRecording, { start, end }: ByteRange) => ({
  'Content-Type': contentType,
  'Content-Length': `${end - start + 1}`,
  'Content-Disposition': `inline; filename="${id}.${ENDINGS[contentType]}"`,
});

async function find(database: Database, viewer: Viewer, id: string): Promise<PlayableRecording | undefined> {
  if (!isUuid(id)) return undefined;
  return database.within(reachOf(viewer), (tx) => findPlayable(tx, id));
}

function refuse(response: Response, status: number, error: string): void {
  response.status(status).json({ error });
}
