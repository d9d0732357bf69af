import { z } from 'zod';
import { Secret, type Vault } from '../../../infra/secrets.ts';
import { WEBHOOKS } from '../webhooks/vobiz-webhook.ts';

const record = z.record(z.string(), z.unknown());

/** A webhook on disk, until it can be stored. */
const spooled = z.object({
  at: z.coerce.date(),
  webhook: z.enum(WEBHOOKS),
  slug: z.string(),
  path: z.string(),
  query: record,
  body: z.unknown(),
  /** Those that sign it, and no other: Vobiz sends its auth token in one. */
  headers: z.record(z.string(), z.string()),
  /** How it was known, where its tenant could still be asked; null: it is to be judged when it is stored. */
  admitted: z.object({ verified: z.boolean() }).nullable(),
});

export type SpooledWebhook = z.infer<typeof spooled>;

/** Encrypted, since it holds what a caller said. @param name of its file */
export function sealed(vault: Vault, name: string, webhook: SpooledWebhook): Buffer {
  return vault.seal(new Secret(JSON.stringify(webhook)), placeOf(name));
}

/** @throws where the file was damaged, or no known key opens it */
export function opened(vault: Vault, name: string, content: Buffer): SpooledWebhook {
  return spooled.parse(JSON.parse(vault.open(content, placeOf(name)).reveal()));
}

const placeOf = (name: string) => ({ table: 'webhook spool', column: 'content', row: name });
