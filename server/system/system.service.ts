import { type Context, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { notFound } from '../infra/app-error.ts';
import { at, type Database } from '../infra/database.ts';
import type { ModelState } from '../language-model/model-health.ts';
import type { Reached } from '../setup/setup-facts.ts';
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
};

type DeadJob = { id: string; task: string; attempts: number; error: string | null; failedAt: string };

/** The platform's own state, for super admins. */
export class SystemService {
  constructor(private readonly parts: SystemParts) {}

  async read(): Promise<SystemStatusType> {
    const { version, model, startedAt, isListening, modelState, droppedWebhooks } = this.parts;
    const [{ figures, dead, databaseMs }, reached] = await Promise.all([this.#stored(), this.parts.reach()]);
    const health = healthOf({
      databaseMs,
      reached,
      isListening: isListening(),
      model: modelState(),
      deadJobs: dead.length,
      droppedWebhooks: droppedWebhooks(),
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
      deadJobs: dead.map((job) => ({ ...job, failedAt: at(job.failedAt) })),
    };
  }

  #stored() {
    return this.parts.database.asPlatform(async (tx) => {
      const begun = performance.now();
      await tx.one('select 1');
      const databaseMs = performance.now() - begun;
      const figures = await tx.one<{ waiting: number; running: number; version: string }>(
        `select waiting, running, current_setting('server_version') as version from internal.job_figures()`,
      );
      const dead = await tx.query<DeadJob>(
        'select id, task, attempts, error, failed_at as "failedAt" from internal.dead_jobs()',
      );
      return { databaseMs, figures, dead };
    });
  }

  /** Has a dead job tried again from its first attempt on. @throws AppError NOT_FOUND */
  retry(id: string, context: Context): Promise<void> {
    return this.#settle(id, context, { sql: 'select internal.retry_job($1) as amount', action: 'job.retry' });
  }

  /** Deletes a dead job: what it was to do isn't done any more. @throws AppError NOT_FOUND */
  forget(id: string, context: Context): Promise<void> {
    return this.#settle(id, context, {
      sql: 'select internal.forget_job($1) as amount',
      action: 'job.forget',
    });
  }

  async #settle(
    id: string,
    context: Context,
    { sql, action }: { sql: string; action: 'job.retry' | 'job.forget' },
  ): Promise<void> {
    viewerOf(context);
    await this.parts.database.asPlatform(async (tx) => {
      const row = /^\d{1,18}$/.test(id) ? await tx.one<{ amount: number }>(sql, [id]) : undefined;
      if (!row?.amount) throw notFound('job');
      await audit(tx, context, { action, subject: id });
    });
  }
}
