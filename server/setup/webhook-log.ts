import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import { eraseLateWebhooks, forgetWebhooks } from './forget-webhooks.job.ts';
import type { NotesWebhooks } from './webhook-note.ts';
import { WebhookRecorder } from './webhook-recorder.ts';

export type WebhookLogFoundation = { database: Database; clock: Clock; log: Log };

/** The log of webhooks, put together. */
export function createWebhookLog({ database, clock, log }: WebhookLogFoundation) {
  const recorder = new WebhookRecorder(database, clock, log);
  const note: NotesWebhooks = (webhook) => recorder.note(webhook);
  return {
    note,
    /** Webhooks that this process never wrote. */
    dropped: () => recorder.dropped,
    tasks: {
      'forget-webhooks': () => forgetWebhooks(database, clock),
      'erase-late-webhooks': (payload: unknown) => eraseLateWebhooks(database, payload),
    },
    schedule: [{ task: 'forget-webhooks', match: '27 * * * *' }],
    /** Writes what waits; nothing is taken any more. */
    drain: () => recorder.close(),
  };
}
