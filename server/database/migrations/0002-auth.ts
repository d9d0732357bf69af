import { Migration } from '@mikro-orm/migrations';

/** Users who can be disabled, sessions that slide, second factors, limits of attempts, and who did what. */
export class Auth extends Migration {
  override up(): void {
    this.addSql(`
      alter table users
        add column disabled_at timestamptz,
        add column must_change_password boolean not null default false,
        add column second_factor_secret bytea,
        add column second_factor_confirmed_at timestamptz,
        add column second_factor_last_step bigint,
        add check (second_factor_confirmed_at is null or second_factor_secret is not null);
      create index users_super_admins on users (id) where role = 'SUPER_ADMIN';

      alter table sessions
        add column last_seen_at timestamptz not null default now(),
        add column ends_at timestamptz not null default now() + interval '30 days';
      create index sessions_expiry on sessions (expires_at);

      create table recovery_codes (
        user_id uuid not null references users on delete cascade,
        code_hash bytea not null,
        primary key (user_id, code_hash)
      );

      -- As rate-limiter-flexible has it: the order of the columns counts, and expire is in milliseconds since 1970.
      create table attempt_limits (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      );
      create index attempt_limits_expiry on attempt_limits (expire);

      -- Without foreign keys: what was done stays true when the user or the tenant is gone.
      create table audit_log (
        id uuid primary key default gen_random_uuid(),
        at timestamptz not null default now(),
        actor_id uuid,
        actor_email text,
        action text not null,
        tenant_id uuid,
        subject text,
        address text,
        detail jsonb not null default '{}'
      );
      create index audit_log_newest on audit_log (at desc, id desc);
      create index audit_log_tenant on audit_log (tenant_id, at desc, id desc);

      create function internal.refuse_change() returns trigger language plpgsql
        as $$ begin raise exception '% is append-only', tg_table_name; end $$;
      -- Once a statement, so that it is also refused where row-level security would leave no row to change.
      create trigger append_only before update or delete or truncate on audit_log
        for each statement execute function internal.refuse_change();

      alter table audit_log enable row level security;
      alter table audit_log force row level security;
      create policy platform_reads on audit_log for select using ((select internal.is_platform()));
      create policy whoever_acts_writes on audit_log for insert
        with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
    `);
    for (const table of ['recovery_codes', 'attempt_limits']) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy platform_only on ${table}
          using ((select internal.is_platform())) with check ((select internal.is_platform()));
      `);
    }
  }
}
