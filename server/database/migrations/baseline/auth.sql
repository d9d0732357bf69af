-- Users, their sessions and second factors, limits of attempts, and who did what.

create table users (
  id uuid primary key,
  tenant_id uuid references tenants on delete cascade,
  email text not null,
  name text not null,
  role text not null check (role in ('SUPER_ADMIN', 'TENANT_ADMIN', 'TENANT_STAFF')),
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz,
  must_change_password boolean not null default false,
  second_factor_secret bytea,
  second_factor_confirmed_at timestamptz,
  second_factor_last_step bigint,
  check ((role = 'SUPER_ADMIN') = (tenant_id is null)),
  check (second_factor_confirmed_at is null or second_factor_secret is not null)
);
create unique index users_email on users (lower(email));
create index users_tenant on users (tenant_id);
create index users_super_admins on users (id) where role = 'SUPER_ADMIN';

create table sessions (
  token_hash bytea primary key,
  user_id uuid not null references users on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ends_at timestamptz not null default now() + interval '30 days'
);
create index sessions_user on sessions (user_id);
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
