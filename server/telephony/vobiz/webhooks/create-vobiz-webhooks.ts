import { join } from 'node:path';
import type { Router } from 'express';
import type { Module } from '../../../infra/module.ts';
import type { Vault } from '../../../infra/secrets.ts';
import { DiskSpool } from '../spool/disk-spool.ts';
import { WebhookSpool } from '../spool/webhook-spool.ts';
import type { AnswerWebhookParts } from './answer-webhook.ts';
import { storeLater } from './store-later.ts';
import { vobizRoutes } from './vobiz-routes.ts';

/** An hour of a busy platform's webhooks, and no more than a small disk has to spare. */
const BOUNDS = { mostEntries: 50_000, mostBytes: 200_000_000, mostBytesOfStrangers: 16_000 };

type Foundation = Omit<AnswerWebhookParts, 'spool'> & {
  dataDir: string;
  vault: Vault;
  /** Whether the database can be asked. */
  isWell: () => Promise<boolean>;
};

/** Vobiz's webhooks: their routes, and those of them that wait on disk to be stored. */
export function createVobizWebhooks({ dataDir, vault, isWell, ...parts }: Foundation) {
  const disk = new DiskSpool(join(dataDir, 'webhook-spool'), BOUNDS);
  const { log } = parts;
  const store = (webhook: Parameters<typeof storeLater>[0]) => storeLater(webhook, parts);
  const spool = new WebhookSpool({ disk, vault, log, store, isWell });
  return {
    resolvers: [],
    /** To be mounted at /api/vobiz. */
    webhooks: vobizRoutes({ ...parts, spool }),
    /** Webhooks that wait on disk. */
    spooled: () => spool.length,
    resume: () => spool.start(),
    drain: () => spool.stop(),
  } satisfies Module & { webhooks: Router; spooled: () => number };
}
