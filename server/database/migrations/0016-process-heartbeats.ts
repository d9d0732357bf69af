import { Migration } from '@mikro-orm/migrations';

/** Which processes work through jobs, and until when they were seen. */
export class ProcessHeartbeats extends Migration {
  override up(): void {
    this.addSql(`
      create table process_heartbeats (
        -- Another at each start.
        id uuid primary key,
        -- What its locks in the job queue carry.
        lock_names text[] not null,
        host text not null,
        pid int not null,
        started_at timestamptz not null,
        -- Null for one that has been seen without a gap since it started.
        steady_since timestamptz,
        seen_at timestamptz not null
      )`);
    this.addSql(`
      alter table process_heartbeats enable row level security;
      alter table process_heartbeats force row level security;
      create policy platform_only on process_heartbeats
        using ((select internal.is_platform())) with check ((select internal.is_platform()));
    `);
    // It held the calls whose automations were to run after all where a process had died with the job.
    this.addSql('drop table due_automations');
  }
}
