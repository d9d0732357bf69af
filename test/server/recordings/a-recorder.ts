import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll } from 'vitest';
import type { Viewer } from '../../../server/auth/access.ts';
import type { CallRecording } from '../../../server/calls/call-recording.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import type { CallId } from '../../../server/infra/ids.ts';
import { createLog } from '../../../server/infra/log.ts';
import { ReachedBounds } from '../../../server/infra/reached-bounds.ts';
import { Secret, Vault } from '../../../server/infra/secrets.ts';
import { providerApiKeyOf } from '../../../server/numbers/inventory/provider-api-key.ts';
import type { DeletesAtCarrier } from '../../../server/recordings/carrier-erasure/deletes-at-carrier.ts';
import { createRecordings } from '../../../server/recordings/create-recordings.ts';
import type { VobizAccount } from '../../../server/settings/vobiz-account.ts';
import { FakeMedia } from '../../fakes/recordings.ts';
import { aCallOf } from '../../support/call.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';

type Row = {
  id: string;
  status: string;
  reason: string | null;
  attempts: number;
  source_host: string;
  source_url: Buffer | null;
  duration_seconds: number | null;
  content_type: string | null;
  sha256: string | null;
  stored_in: string | null;
};

/** Recordings of one tenant with one number, whose key Vobiz's media host knows; and a host that isn't Vobiz's. */
export async function aRecorder({ s3Url }: { s3Url?: string } = {}) {
  const own = await aDatabase();
  const [media, otherMedia, foreign] = [
    await FakeMedia.start(),
    await FakeMedia.start(),
    await FakeMedia.start(),
  ];
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-recordings-'));
  const vault = new Vault(Buffer.alloc(32, 7));
  const viewers = new Map<string, Viewer>();
  const state = {
    platform: { mode: 'DEMO' } as VobizAccount,
    deleteAtCarrier: (async () => ({ outcome: 'done', value: undefined })) as DeletesAtCarrier,
  };
  const reached = new ReachedBounds();
  const recordings = createRecordings({
    reached,
    config: { vobizMediaHosts: [media.host, otherMedia.host], dataDir, recordingsS3Url: s3Url },
    database: own.database,
    vault,
    clock: systemClock,
    log: createLog('silent'),
    publicUrl: () => 'https://kaivox.example',
    platformAccount: async () => state.platform,
    deleteAtCarrier: (...asked) => state.deleteAtCarrier(...asked),
    viewerOf: async ({ authorization = '' }) => viewers.get(authorization),
  });
  const server = createServer(express().use('/recordings', recordings.routes['/recordings'])).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await Promise.all([media.stop(), otherMedia.stop(), foreign.stop()]);
    rmSync(dataDir, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/recordings`;

  const tenant = await aTenant(own);
  const numberId = randomUUID();
  const sealedKey = vault.seal(new Secret(media.authToken), providerApiKeyOf(numberId));
  await own.admin(
    `insert into phone_numbers (tenant_id, id, e164, provider_api_key) values ($1, $2, '+917971543252', $3)`,
    [tenant.id, numberId, sealedKey],
  );

  const aCall = () => aCallOf(own, tenant.id);
  const noteRecording = async (
    recording: Partial<CallRecording> = {},
    callId?: CallId,
    { verified = false } = {},
  ) => {
    const call = { tenantId: tenant.id, callId: callId ?? (await aCall()), verified };
    await own.admin('update calls set verified = $2 where id = $1', [call.callId, verified]);
    const whole = { url: media.urlOf('/1.mp3'), id: 'rec-1', durationSeconds: 12, accountId: media.authId };
    await own.database.inTenant(tenant.id, (tx) => recordings.noted(tx, call, { ...whole, ...recording }));
    return call.callId;
  };
  const rows = (callId: string) =>
    own.admin<Row>('select * from recordings where call_id = $1 order by noted_at', [callId]);
  const row = async (callId: string): Promise<Row> => {
    const [only, ...others] = await rows(callId);
    if (!only || others.length > 0) throw new Error(`The call has ${others.length + 1} recordings`);
    return only;
  };
  const download = async (callId: string): Promise<void> => {
    const { id } = await row(callId);
    await recordings.tasks['download-recording']({ tenantId: tenant.id, recordingId: id });
  };
  /** Tells of a recording, and fetches it. */
  const kept = async (sound: Buffer, { verified = false } = {}) => {
    media.next({ sound });
    const callId = await noteRecording({}, undefined, { verified });
    await download(callId);
    return { callId, ...(await row(callId)) };
  };
  /** As a user who is signed in. */
  const play = (
    id: string,
    viewer?: Viewer,
    init: RequestInit & { headers?: Record<string, string> } = {},
  ) => {
    if (viewer) viewers.set(viewer.userId, viewer);
    const headers = { ...init.headers, ...(viewer ? { authorization: viewer.userId } : {}) };
    return fetch(`${url}/${id}`, { ...init, headers });
  };
  const hosts = { media, otherMedia, foreign };
  return {
    own,
    ...hosts,
    dataDir,
    recordings,
    reached,
    state,
    tenant,
    numberId,
    aCall,
    noteRecording,
    rows,
    row,
    download,
    kept,
    play,
  };
}
