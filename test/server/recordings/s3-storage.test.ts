import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { s3Address } from '../../../server/recordings/storage/s3-address.ts';
import { sounds } from '../../fakes/recordings.ts';
import { FakeS3 } from '../../fakes/recordings-s3.ts';
import { staffOf } from '../../support/viewer.ts';
import { aRecorder } from './a-recorder.ts';

const s3 = await FakeS3.start();
afterAll(() => s3.stop());
const recorder = await aRecorder({ s3Url: s3.url });
const { own, tenant, dataDir, play } = recorder;
const listener = staffOf(tenant.id).viewer;

test('recordings are kept in the bucket, played from it, and deleted there', async () => {
  const { id, callId, ...kept } = await recorder.kept(sounds.wav);
  expect(kept).toMatchObject({ status: 'KEPT', stored_in: 'S3' });
  const key = `/sounds/kaivox/${tenant.id}/${id}`;
  expect([...s3.objects]).toEqual([[key, { content: sounds.wav, contentType: 'audio/wav' }]]);
  expect(readdirSync(join(dataDir, 'recordings', '.incoming'))).toEqual([]);
  expect(existsSync(join(dataDir, 'recordings', tenant.id))).toBe(false);

  const piece = await play(id, listener, { headers: { range: 'bytes=8-11' } });
  expect([piece.status, await piece.text()]).toEqual([206, 'WAVE']);
  expect(Buffer.from(await (await play(id, listener)).arrayBuffer())).toEqual(sounds.wav);

  await own.admin('delete from calls where id = $1', [callId]);
  await recorder.recordings.tasks['purge-recordings']();
  expect(s3.objects.size).toBe(0);
});

test('one that is no longer in the bucket is none', async () => {
  const { id } = await recorder.kept(sounds.mp3);
  s3.objects.clear();
  expect((await play(id, listener)).status).toBe(404);
});

test.each([
  [
    'https://key:s%2Fe%2Bcret@s3.ap-south-1.amazonaws.com/bucket?region=ap-south-1',
    {
      endpoint: 'https://s3.ap-south-1.amazonaws.com',
      bucket: 'bucket',
      prefix: '',
      region: 'ap-south-1',
      credentials: { accessKeyId: 'key', secretAccessKey: 's/e+cret' },
    },
  ],
  [
    'http://minio:9000/bucket/a/b/',
    { endpoint: 'http://minio:9000', bucket: 'bucket', prefix: 'a/b/', region: 'us-east-1' },
  ],
])('%s is read', (url, address) => {
  expect(s3Address(url)).toEqual(address);
});
