import type { MikroORM } from '@mikro-orm/postgresql';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { APP_ROLE } from '../infra/database.ts';

/** Any number, the same in all instances: whoever holds it migrates, the others wait. */
const MIGRATION_LOCK = 5_246_310;

/**
 * Brings a database to this version: our migrations, the job queue's, and the role that statements run under.
 * Safe to repeat, and safe when several instances start at once.
 */
export async function prepareDatabase(orm: MikroORM, url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
    await runMigrations({ connectionString: url });
    await client.query(ROLE_AND_GRANTS);
  } finally {
    await client.end();
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

  create or replace function internal.add_job(task text, payload json, key text, run_at timestamptz) returns void
    language sql security definer set search_path = pg_catalog
    as $$ select graphile_worker.add_job(task, payload, job_key => key, run_at => run_at, max_attempts => 12) $$;

  do $$ begin
    if exists (select from pg_roles where rolname = '${APP_ROLE}') then
      grant usage on schema public, internal to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema public to ${APP_ROLE};
      grant execute on all functions in schema internal to ${APP_ROLE};
    end if;
  end $$;
`;
