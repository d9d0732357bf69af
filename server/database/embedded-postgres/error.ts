/** Why the embedded PostgreSQL can't run; `message` is a sentence for whoever started KaiVox. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
