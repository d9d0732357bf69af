import { Migration } from '@mikro-orm/migrations';

/** Bounds on what a stranger can send, their counters, and what may be told to callers of their records. */
export class Bounds extends Migration {
  override up(): void {
    this.addSql(`
      alter table tenants
        add new_calls_a_minute int not null default 60 check (new_calls_a_minute >= 0),
        add calls_at_once int not null default 40 check (calls_at_once >= 0),
        add model_turns_a_day int not null default 2000 check (model_turns_a_day >= 0),
        add unverified_analysis_tokens_a_day int not null default 100000 check (unverified_analysis_tokens_a_day >= 0),
        add recording_megabytes_a_day int not null default 2000 check (recording_megabytes_a_day >= 0);
      alter table customers add notes_tellable boolean not null default false,
                            add name_unverified boolean not null default false;
      -- Nothing says which calls the names of before were heard in.
      update customers set name_unverified = true where name = heard_name;
      alter table analysis_spending add unverified_tokens bigint not null default 0;
      alter table prompt_log_entries add caller_data text;
      alter table webhook_log add verified boolean not null default false;

      -- Replies to unverified calls that the model wrote, on a day of the tenant's.
      create table unverified_model_turns (
        tenant_id uuid not null references tenants on delete cascade,
        day date not null,
        amount int not null,
        primary key (tenant_id, day)
      );
      -- How many webhooks were refused in a minute, and why: the log keeps samples of them.
      create table refused_webhooks (
        tenant_id uuid not null references tenants on delete cascade,
        minute timestamptz not null,
        reason text not null,
        amount bigint not null,
        primary key (tenant_id, minute, reason)
      );
      create index refused_webhooks_minute on refused_webhooks (minute);

      create index calls_unverified_open on calls (tenant_id, last_heard_at) where status = 'IN_PROGRESS' and not verified;
      create index recordings_stored on recordings (tenant_id, stored_at) where stored_at is not null;
      drop index webhook_log_tenant;
      create index webhook_log_tenant on webhook_log (tenant_id, at desc, id desc) include (verified);
    `);
    for (const table of ['unverified_model_turns', 'refused_webhooks'])
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant_isolation on ${table}
          using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
          with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
      `);
    this.addSql(ADMITS_UNVERIFIED);
  }
}

/**
 * The bound that keeps one more unverified call from being opened now; null: none does, and it is to be opened in this
 * transaction. A flood that has reached one takes no lock. Whoever opens a call holds the tenant's lock until the call
 * is stored, in whichever process, and what is counted under it sees every call before: plpgsql looks anew with each
 * statement. What was kept on disk counts among the calls of its own time. From 100,000 on, a bound is none.
 */
const ADMITS_UNVERIFIED = `
create function internal.reached_bound(tenant uuid, a_minute int, at_once int, now timestamptz) returns text
  language plpgsql as $$
begin
  for attempt in 1..2 loop
    if a_minute < 100000 and a_minute <= (
      select count(*) from (select from calls where tenant_id = tenant and started_at > now - interval '1 minute'
                               and started_at < now + interval '5 seconds' and not verified limit a_minute) opened) then return 'A_MINUTE'; end if;
    -- One that nothing is heard of any more may be over: a stranger's silent calls don't keep callers out for hours.
    if at_once < 100000 and at_once <= (
      select count(*) from (select from calls where tenant_id = tenant and status = 'IN_PROGRESS' and not verified
                               and last_heard_at > now - interval '2 minutes'
                               and started_at < now + interval '5 seconds' limit at_once) open)
      then return 'AT_ONCE'; end if;
    if attempt = 2 or least(a_minute, at_once) >= 100000 then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended(tenant::text || ' opens', 0));
  end loop;
end $$;
`;
