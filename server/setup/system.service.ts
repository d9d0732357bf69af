import { type Context, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit.ts';
import { notFound } from '../infra/app-error.ts';
import { at, type Database } from '../infra/database.ts';
import type { SystemStatusType } from './system.types.ts';

export type SystemParts = {
  database: Database;
  version: string;
  model: string | undefined;
  startedAt: Date;
};

type DeadJob = { id: string; task: string; attempts: number; error: string | null; failedAt: string };

/** The platform's own state, for super admins. */
export class SystemService {
  constructor(private readonly parts: SystemParts) {}

  async read(): Promise<SystemStatusType> {
    const { database, version, model, startedAt } = this.parts;
    return database.asPlatform(async (tx) => {
      const figures = await tx.one<{ waiting: number; running: number; version: string }>(
        `select waiting, running, current_setting('server_version') as version from internal.job_figures()`,
      );
      const dead = await tx.query<DeadJob>(
        'select id, task, attempts, error, failed_at as "failedAt" from internal.dead_jobs()',
      );
      return {
        version,
        nodeVersion: process.version,
        databaseVersion: figures?.version ?? '',
        startedAt,
        model: model ?? null,
        waitingJobs: figures?.waiting ?? 0,
        runningJobs: figures?.running ?? 0,
        deadJobs: dead.map((job) => ({ ...job, failedAt: at(job.failedAt) })),
      };
    });
  }

  /** Has a job tried again from its first attempt on. @throws AppError NOT_FOUND */
  async retry(id: string, context: Context): Promise<void> {
    viewerOf(context);
    await this.parts.database.asPlatform(async (tx) => {
      const row = /^\d{1,18}$/.test(id)
        ? await tx.one<{ amount: number }>('select internal.retry_job($1) as amount', [id])
        : undefined;
      if (!row?.amount) throw notFound('job');
      await audit(tx, context, { action: 'job.retry', subject: id });
    });
  }
}
