/** Where S3-compatible storage is, as RECORDINGS_S3_URL says. */
export type S3Address = {
  endpoint: string;
  bucket: string;
  /** Before each key; empty, or with a slash at its end. */
  prefix: string;
  region: string;
  /** Unset: whatever the machine itself is given, by environment or by its role. */
  credentials?: { accessKeyId: string; secretAccessKey: string };
};

/**
 * Reads `https://key:secret@host/bucket/prefix?region=ap-south-1`. Signs in key and secret are percent-encoded; without
 * a region, it is us-east-1, which storages that know no regions take.
 * @throws Error where no bucket is named
 */
export function s3Address(text: string): S3Address {
  const url = new URL(text);
  const [bucket, ...folders] = url.pathname.split('/').flatMap((part) => decodeURIComponent(part) || []);
  if (bucket === undefined) throw new Error('RECORDINGS_S3_URL names no bucket.');
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(decodeURIComponent);
  return {
    endpoint: url.origin,
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  };
}
