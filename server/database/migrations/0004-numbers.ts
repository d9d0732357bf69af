import { Migration } from '@mikro-orm/migrations';

/** Orders of numbers, what Vobiz told about the numbers that we have there, and how the platform's settings fared. */
export class Numbers extends Migration {
  override up(): void {
    this.addSql(`
      alter table platform_settings
        add column connection_status text check (connection_status in ('CONNECTED', 'REFUSED', 'UNVERIFIED')),
        add column connection_detail text,
        add column connection_checked_at timestamptz;

      alter table phone_numbers
        add column source text not null default 'OWN' check (source in ('OWN', 'MARKETPLACE')),
        add column account text,
        add column status_since timestamptz not null default now(),
        add column monthly_fee int,
        add column fee_currency text,
        add column next_billing_at timestamptz,
        add column application_id text,
        add column provisioning_issue text,
        add column wiring_attempts int not null default 0,
        add column cooldown_ends_at timestamptz,
        add column release_fee int,
        add column lost_since timestamptz;
      create index phone_numbers_unfinished on phone_numbers (status) where status in ('PROVISIONING', 'RELEASING');

      create table number_orders (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null default gen_random_uuid(),
        kind text not null check (kind in ('PURCHASE', 'RELEASE')),
        status text not null check (status in ('PENDING', 'SUCCEEDED', 'FAILED', 'UNCERTAIN')),
        e164 text not null,
        idempotency_key text not null,
        demo boolean not null,
        account text not null,
        phone_number_id uuid,
        seen_setup_fee int,
        seen_monthly_fee int,
        seen_currency text,
        setup_fee int,
        monthly_fee int,
        release_fee int,
        fee_currency text,
        requested_by uuid,
        requested_at timestamptz not null,
        sent_at timestamptz,
        may_act_until timestamptz,
        settled_at timestamptz,
        failure text,
        primary key (tenant_id, id),
        unique (tenant_id, idempotency_key),
        check ((status in ('SUCCEEDED', 'FAILED')) = (settled_at is not null)),
        check (status <> 'UNCERTAIN' or sent_at is not null)
      );
      create unique index number_orders_open on number_orders (e164) where status in ('PENDING', 'UNCERTAIN');
      create index number_orders_id on number_orders (id);
      create index number_orders_newest on number_orders (requested_at desc, id desc);
      create index number_orders_key on number_orders (idempotency_key);

      create table tenant_applications (
        tenant_id uuid not null references tenants on delete cascade,
        account text not null,
        application_id text not null,
        urls text not null,
        updated_at timestamptz not null,
        primary key (tenant_id, account)
      );

      create table number_findings (
        account text not null,
        e164 text not null,
        monthly_fee int,
        fee_currency text,
        next_billing_at timestamptz,
        found_at timestamptz not null,
        primary key (account, e164)
      );

      create table number_listings (
        account text primary key,
        listed_at timestamptz,
        tried_at timestamptz not null,
        problem text
      );
    `);
    for (const table of ['number_orders', 'tenant_applications']) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant_isolation on ${table}
          using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
          with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
      `);
    }
    for (const table of ['number_findings', 'number_listings']) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy platform_only on ${table}
          using ((select internal.is_platform())) with check ((select internal.is_platform()));
      `);
    }
  }
}
