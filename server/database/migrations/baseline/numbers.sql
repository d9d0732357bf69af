-- Telephone numbers, their orders, and what Vobiz told about the numbers that we have there.

create table phone_numbers (
  tenant_id uuid not null references tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  e164 text not null,
  label text,
  status text not null default 'ACTIVE' check (status in ('PROVISIONING', 'ACTIVE', 'RELEASING', 'RELEASED')),
  status_since timestamptz not null default now(),
  demo boolean not null default false,
  source text not null default 'OWN' check (source in ('OWN', 'MARKETPLACE')),
  account text,
  provider_api_key bytea,
  created_at timestamptz not null default now(),
  monthly_fee int,
  fee_currency text,
  next_billing_at timestamptz,
  application_id text,
  provisioning_issue text,
  wiring_attempts int not null default 0,
  cooldown_ends_at timestamptz,
  release_fee int,
  lost_since timestamptz,
  primary key (tenant_id, id)
);
create unique index phone_numbers_in_use on phone_numbers (e164) where status <> 'RELEASED';
create index phone_numbers_id on phone_numbers (id);
create index phone_numbers_unfinished on phone_numbers (status) where status in ('PROVISIONING', 'RELEASING');

-- Whoever answers calls remembers which numbers were given up; the channel is tenant-directory.ts's.
create function internal.tell_of_number() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('tenant_changed', new.tenant_id::text);
  return null;
end $$;
create trigger tell_of_number after update of status, tenant_id on phone_numbers
  for each row execute function internal.tell_of_number();

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

create table number_discrepancies (
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
