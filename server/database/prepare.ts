import type { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { ConfigError } from '../infra/config.ts';
import { APP_ROLE } from '../infra/database.ts';
import { migrationsList } from './migrations/list.ts';

/** Any number, the same in all instances: the one that holds the lock migrates, the others wait. */
const MIGRATION_LOCK = 5_246_310;

/**
 * Brings a database to this version: our migrations, the job queue's, and the role that statements run under.
 * Safe to repeat, and safe when several instances start at once.
 * @throws ConfigError for a database that another version's migrations made
 */
export async function prepareDatabase(orm: MikroORM, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseUnknownMigrations(client);
    await orm.migrator.up();
    await runMigrations({ connectionString: url });
    await client.query(ROLE_AND_GRANTS);
  } finally {
    await client.end();
  }
}

/**
 * A database of a later version, or of one from before the first release, holds what this version's migrations know
 * nothing of: on top of it they would fail halfway, or do harm.
 */
async function refuseUnknownMigrations(client: pg.Client): Promise<void> {
  const { rows: tables } = await client.query(
    `select from pg_tables where schemaname = current_schema() and tablename = 'kaivox_migrations'`,
  );
  if (tables.length === 0) return;
  const { rows } = await client.query<{ name: string }>(
    'select name from kaivox_migrations where name <> all ($1) order by id limit 1',
    [migrationsList.map(({ name }) => name)],
  );
  const [unknown] = rows;
  if (unknown) {
    throw new ConfigError(
      `it was made by a version that this one does not know (migration ${unknown.name}): give this version an empty database`,
    );
  }
}

/**
 * Roles belong to the whole server, so another database's migration may be creating it this very moment. Where the
 * connection may not create roles, it doesn't bypass row-level security either, and needs no other role.
 */
const ROLE_AND_GRANTS = `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${APP_ROLE}') then
      create role ${APP_ROLE} nologin nobypassrls;
    end if;
  exception
    when duplicate_object or unique_violation or insufficient_privilege then null;
  end $$;

  -- Of before there were priorities: beside another of its name it would make calls ambiguous.
  drop function if exists internal.add_job(text, json, text, timestamptz);
  create or replace function internal.add_job(task text, payload json, key text, run_at timestamptz, priority int default 0)
    returns void
    language sql security definer set search_path = pg_catalog
    as $$ select graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => 12,
                                         priority => priority) $$;

  -- Frees the jobs that were locked before then under a name that no living process carries.
  create or replace function internal.free_orphaned_jobs(before timestamptz) returns int
    language plpgsql security definer set search_path = pg_catalog
    as $$ declare
      orphaned text[];
      freed int;
    begin
      select array_agg(distinct locked_by), count(*) into orphaned, freed from graphile_worker.jobs
       where internal.is_platform() and locked_at < before
         and not exists (select from public.process_heartbeats where locked_by = any (lock_names));
      perform graphile_worker.force_unlock_workers(orphaned);
      return freed;
    end $$;

  -- A job is dead when it has been tried as often as it may be. What it was about isn't told, only that it failed.
  create or replace function internal.job_figures() returns table (waiting int, running int, dead int)
    language sql stable security definer set search_path = pg_catalog
    as $$ select count(*) filter (where locked_at is null and attempts < max_attempts)::int,
                 count(*) filter (where locked_at is not null)::int,
                 count(*) filter (where locked_at is null and attempts >= max_attempts)::int
            from graphile_worker.jobs where internal.is_platform() $$;
  create or replace function internal.dead_jobs() returns table
    (id text, task text, attempts int, error text, failed_at timestamptz)
    language sql stable security definer set search_path = pg_catalog
    as $$ select id::text, task_identifier, attempts::int, left(last_error, 200), updated_at
            from graphile_worker.jobs
           where internal.is_platform() and locked_at is null and attempts >= max_attempts
           order by updated_at desc limit 50 $$;
  create or replace function internal.dead_job(job bigint) returns bigint[]
    language sql stable security definer set search_path = pg_catalog
    as $$ select array(select id from graphile_worker.jobs
                        where internal.is_platform() and id = job and locked_at is null and attempts >= max_attempts) $$;
  create or replace function internal.retry_job(job bigint) returns int
    language sql security definer set search_path = pg_catalog
    as $$ select count(*)::int
            from graphile_worker.reschedule_jobs(internal.dead_job(job), run_at => now(), attempts => 0) $$;
  create or replace function internal.forget_job(job bigint) returns int
    language sql security definer set search_path = pg_catalog
    as $$ select count(*)::int from graphile_worker.complete_jobs(internal.dead_job(job)) $$;

  do $$ begin
    if exists (select from pg_roles where rolname = '${APP_ROLE}') then
      grant usage on schema public, internal to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
      grant execute on all functions in schema internal to ${APP_ROLE};
    end if;
  end $$;
`;
