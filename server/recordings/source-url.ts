import type { SecretPlace } from '../infra/secrets.ts';

/** Where a recording's address is stored until it is fetched: it may be all that it takes to listen. */
export const sourceUrlOf = (recordingId: string): SecretPlace => ({
  table: 'recordings',
  column: 'source_url',
  row: recordingId,
});
