import type { CallSandbox } from '../calls/test-calls/call-sandbox.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { TenantDirectory } from '../tenants/tenant-directory.ts';
import { eraseLateWebhooks, purgeWebhooks } from './purge-webhooks.job.ts';
import type { WebhookCodec } from './webhook-codec.ts';
import { WebhookListService } from './webhook-list.service.ts';
import { WebhookLogResolver } from './webhook-log.resolver.ts';
import type { NotesWebhooks, WebhookReason } from './webhook-note.ts';
import { WebhookRecorder } from './webhook-recorder.ts';
import { WebhookReplayService } from './webhook-replay.service.ts';

export type WebhookLogFoundation = {
  database: Database;
  directory: TenantDirectory;
  codec: WebhookCodec;
  sandbox: CallSandbox;
  clock: Clock;
  log: Log;
};

/** What the log of webhooks brings to the process. */
export function createWebhookLog({ database, directory, codec, sandbox, clock, log }: WebhookLogFoundation) {
  const recorder = new WebhookRecorder(database, clock, log);
  const note: NotesWebhooks = (webhook) => recorder.note(webhook);
  const replays = new WebhookReplayService({ database, directory, codec, sandbox });
  return {
    note,
    /** Webhooks that this process never wrote. */
    dropped: () => recorder.dropped,
    /** Webhooks that this process refused for that reason. */
    refused: (reason: WebhookReason) => recorder.refused(reason),
    resolvers: [new WebhookLogResolver(new WebhookListService(database), replays, codec)],
    tasks: {
      'purge-webhooks': () => purgeWebhooks(database, clock),
      'erase-late-webhooks': (payload: unknown) => eraseLateWebhooks(database, payload),
    },
    schedule: [{ task: 'purge-webhooks', match: '27 * * * *' }],
    /** Writes what waits; nothing is taken any more. */
    drain: () => recorder.close(),
  } satisfies Module & {
    note: NotesWebhooks;
    dropped: () => number;
    refused: (reason: WebhookReason) => number;
  };
}
