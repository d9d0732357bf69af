import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import type { RecordingKey } from '../recording.store.ts';
import type { S3Address } from './s3-address.ts';
import type { RecordingStorage } from './storage.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

/** In a bucket of S3-compatible storage. The SDK is large, and only loaded where it is used. */
export function s3Storage({ bucket, prefix, ...address }: S3Address): RecordingStorage {
  let loaded: Promise<{ sdk: Sdk; client: S3Client }> | undefined;
  const s3 = () => {
    loaded ??= import('@aws-sdk/client-s3').then((sdk) => ({ sdk, client: clientOf(sdk, address) }));
    return loaded;
  };
  const placeOf = ({ tenantId, id }: RecordingKey) => ({ Bucket: bucket, Key: `${prefix}${tenantId}/${id}` });
  return {
    async keep(key, file, { contentType, bytes }) {
      const { sdk, client } = await s3();
      const object = { ...placeOf(key), ContentType: contentType, ContentLength: bytes };
      await client.send(new sdk.PutObjectCommand({ ...object, Body: createReadStream(file) }));
      await rm(file, { force: true });
    },
    async read(key, { start, end }) {
      const { sdk, client } = await s3();
      const command = new sdk.GetObjectCommand({ ...placeOf(key), Range: `bytes=${start}-${end}` });
      const found = await client.send(command).catch((error: unknown) => {
        if (!(error instanceof sdk.S3ServiceException) || error.name !== 'NoSuchKey') throw error;
      });
      return found?.Body instanceof Readable ? found.Body : undefined;
    },
    async remove(key) {
      const { sdk, client } = await s3();
      await client.send(new sdk.DeleteObjectCommand(placeOf(key)));
    },
  };
}

function clientOf(
  { S3Client }: Sdk,
  { endpoint, region, credentials }: Omit<S3Address, 'bucket' | 'prefix'>,
) {
  return new S3Client({
    endpoint,
    region,
    // Buckets as names of hosts are Amazon's alone.
    forcePathStyle: true,
    ...(credentials ? { credentials } : {}),
    // Other storages don't know Amazon's newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
