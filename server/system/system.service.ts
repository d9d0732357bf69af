import { type Context, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { notFound } from '../infra/app-error.ts';
import type { Database } from '../infra/database.ts';
import type { ModelState } from '../language-model/model-health.ts';
import type { Reached } from '../setup/setup-facts.ts';
import {
  forgetJob,
  listDeadJobs,
  listRefused,
  ping,
  readFigures,
  retryJob,
  type SettleJob,
} from './system.store.ts';
import type { SystemStatusType } from './system.types.ts';
import { healthOf } from './system-health.ts';

export type SystemParts = {
  database: Database;
  version: string;
  model: string | undefined;
  startedAt: Date;
  /** What this process sees of the parts that it works with. */
  isListening: () => boolean;
  reach: () => Promise<Reached>;
  modelState: () => ModelState;
  droppedWebhooks: () => number;
  spooledWebhooks: () => number;
};

/** The platform's own state, for super admins. */
export class SystemService {
  constructor(private readonly parts: SystemParts) {}

  async read(): Promise<SystemStatusType> {
    const { version, model, startedAt, isListening, modelState, droppedWebhooks } = this.parts;
    const [{ figures, dead, refused, databaseMs }, reached] = await Promise.all([
      this.#stored(),
      this.parts.reach(),
    ]);
    const health = healthOf({
      databaseMs,
      reached,
      isListening: isListening(),
      model: modelState(),
      deadJobs: dead.length,
      droppedWebhooks: droppedWebhooks(),
      spooledWebhooks: this.parts.spooledWebhooks(),
      isFlooded: refused.some(({ reason }) => reason === 'FLOOD'),
    });
    return {
      version,
      nodeVersion: process.version,
      databaseVersion: figures?.version ?? '',
      startedAt,
      model: model ?? null,
      health,
      waitingJobs: figures?.waiting ?? 0,
      runningJobs: figures?.running ?? 0,
      droppedWebhooks: droppedWebhooks(),
      refusedWebhooks: refused,
      deadJobs: dead,
    };
  }

  #stored() {
    return this.parts.database.asPlatform(async (tx) => {
      const begun = performance.now();
      await ping(tx);
      const databaseMs = performance.now() - begun;
      const figures = await readFigures(tx);
      const dead = await listDeadJobs(tx);
      const refused = await listRefused(tx);
      return { databaseMs, figures, dead, refused };
    });
  }

  /** Has a dead job tried again from its first attempt on. @throws AppError NOT_FOUND */
  retry(id: string, context: Context): Promise<void> {
    return this.#settle(id, context, { settle: retryJob, action: 'job.retry' });
  }

  /** Deletes a dead job: what it was to do isn't done any more. @throws AppError NOT_FOUND */
  forget(id: string, context: Context): Promise<void> {
    return this.#settle(id, context, { settle: forgetJob, action: 'job.forget' });
  }

  async #settle(
    id: string,
    context: Context,
    { settle, action }: { settle: SettleJob; action: 'job.retry' | 'job.forget' },
  ): Promise<void> {
    viewerOf(context);
    await this.parts.database.asPlatform(async (tx) => {
      const isJob = /^\d{1,18}$/.test(id) && (await settle(tx, id)) > 0;
      if (!isJob) throw notFound('job');
      await audit(tx, context, { action, subject: id });
    });
  }
}
