import { Migration } from '@mikro-orm/migrations';

const SCOPED = [
  ['persona_versions', 'tenant_id'],
  ['customers', 'tenant_id'],
  ['calls', 'tenant_id'],
  ['exchanges', 'tenant_id'],
  ['turns', 'tenant_id'],
  ['phone_numbers', 'tenant_id'],
  ['webhook_nonces', 'tenant_id'],
  ['users', 'tenant_id'],
  ['tenants', 'id'],
] as const;

/** Tables that belong to no tenant: only platform-wide transactions see them. */
const PLATFORM_ONLY = ['sessions', 'platform_settings'] as const;

/** Tenants, people, customers, calls with their transcripts, numbers, settings; and who may see which row. */
export class FirstHouse extends Migration {
  override up(): void {
    this.addSql(`
      create schema if not exists internal;

      create function internal.tenant_id() returns uuid language sql stable
        as $$ select nullif(current_setting('app.tenant_id', true), '')::uuid $$;
      create function internal.is_platform() returns boolean language sql stable
        as $$ select current_setting('app.platform', true) is not distinct from 'on' $$;

      create table tenants (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
        time_zone text not null default 'Asia/Kolkata',
        signature_policy text not null default 'ACCEPT_UNSIGNED'
          check (signature_policy in ('ACCEPT_UNSIGNED', 'REQUIRE_SIGNED')),
        persona_version int not null default 1,
        created_at timestamptz not null default now()
      );
      create index tenants_newest on tenants (created_at desc, id desc);

      create table users (
        id uuid primary key,
        tenant_id uuid references tenants on delete cascade,
        email text not null,
        name text not null,
        role text not null check (role in ('SUPER_ADMIN', 'TENANT_ADMIN', 'TENANT_STAFF')),
        password_hash text not null,
        created_at timestamptz not null default now(),
        check ((role = 'SUPER_ADMIN') = (tenant_id is null))
      );
      create unique index users_email on users (lower(email));
      create index users_tenant on users (tenant_id);

      create table sessions (
        token_hash bytea primary key,
        user_id uuid not null references users on delete cascade,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null
      );
      create index sessions_user on sessions (user_id);

      create table persona_versions (
        tenant_id uuid not null references tenants on delete cascade,
        version int not null,
        agent_name text not null,
        greeting text not null,
        instructions text not null,
        facts text not null default '',
        language text not null,
        no_speech_message text not null,
        author_id uuid,
        created_at timestamptz not null default now(),
        primary key (tenant_id, version)
      );

      create table customers (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null default gen_random_uuid(),
        phone text not null,
        name text,
        notes text,
        tags text[] not null default '{}',
        first_seen_at timestamptz not null,
        last_call_at timestamptz,
        call_count int not null default 0,
        primary key (tenant_id, id),
        unique (tenant_id, phone)
      );
      create index customers_latest on customers (tenant_id, coalesce(last_call_at, first_seen_at) desc, id desc);
      create index customers_id on customers (id);

      create table calls (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null default gen_random_uuid(),
        provider_call_id text not null,
        direction text not null default 'INBOUND' check (direction in ('INBOUND', 'OUTBOUND')),
        status text not null default 'IN_PROGRESS' check (status in ('IN_PROGRESS', 'COMPLETED', 'LOST')),
        raw_from text,
        "from" text,
        "to" text,
        customer_id uuid,
        persona_version int,
        started_at timestamptz not null,
        last_heard_at timestamptz not null,
        ended_at timestamptz,
        duration_seconds int,
        hangup_cause text,
        greeted boolean not null default false,
        line_count int not null default 0,
        last_exchange int not null default 0,
        silences int not null default 0,
        primary key (tenant_id, id),
        unique (tenant_id, provider_call_id),
        foreign key (tenant_id, customer_id) references customers (tenant_id, id) on delete set null (customer_id)
      );
      create index calls_newest on calls (tenant_id, started_at desc, id desc);
      create index calls_customer on calls (tenant_id, customer_id, started_at desc, id desc);
      create index calls_id on calls (id);
      create index calls_open on calls (last_heard_at) where status = 'IN_PROGRESS';

      create table exchanges (
        tenant_id uuid not null,
        call_id uuid not null,
        number int not null check (number >= 1),
        body_hash bytea not null,
        asked_at timestamptz not null,
        state text not null check (state in ('WRITING', 'WRITTEN')),
        source text not null check (source in ('LANGUAGE_MODEL', 'SCRIPTED', 'FALLBACK')),
        sentences jsonb not null default '[]',
        ends_call boolean not null default false,
        parts jsonb not null default '[]',
        line_number int,
        stalls_at timestamptz not null,
        primary key (tenant_id, call_id, number),
        foreign key (tenant_id, call_id) references calls on delete cascade
      );

      create table turns (
        tenant_id uuid not null,
        call_id uuid not null,
        number int not null,
        id uuid not null default gen_random_uuid(),
        speaker text not null check (speaker in ('CALLER', 'AGENT')),
        text text not null,
        at timestamptz not null,
        confidence real,
        source text check (source in ('LANGUAGE_MODEL', 'SCRIPTED', 'FALLBACK')),
        primary key (tenant_id, call_id, number),
        foreign key (tenant_id, call_id) references calls on delete cascade
      );

      create table phone_numbers (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null default gen_random_uuid(),
        e164 text not null,
        label text,
        status text not null default 'ACTIVE' check (status in ('PROVISIONING', 'ACTIVE', 'RELEASING', 'RELEASED')),
        demo boolean not null default false,
        provider_api_key bytea,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id)
      );
      create unique index phone_numbers_in_use on phone_numbers (e164) where status <> 'RELEASED';
      create index phone_numbers_id on phone_numbers (id);

      create table webhook_nonces (
        tenant_id uuid not null references tenants on delete cascade,
        nonce text not null,
        seen_at timestamptz not null default now(),
        primary key (tenant_id, nonce)
      );
      create index webhook_nonces_age on webhook_nonces (seen_at);

      create table platform_settings (
        only_row boolean primary key default true check (only_row),
        vobiz_app_id text,
        vobiz_api_key bytea,
        key_fingerprint text,
        updated_at timestamptz
      );
      insert into platform_settings default values;
    `);
    for (const [table, column] of SCOPED) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant_isolation on ${table}
          using (${column} = (select internal.tenant_id()) or (select internal.is_platform()))
          with check (${column} = (select internal.tenant_id()) or (select internal.is_platform()));
      `);
    }
    for (const table of PLATFORM_ONLY) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy platform_only on ${table}
          using ((select internal.is_platform())) with check ((select internal.is_platform()));
      `);
    }
  }
}
