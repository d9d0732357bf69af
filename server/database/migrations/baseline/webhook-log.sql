-- Webhooks that led nowhere, for the setup guide: the latest of each kind, so that nobody can fill a disk with them.

create table webhook_refusals (
  tenant_id uuid not null references tenants on delete cascade,
  why text not null check (why in ('signature')),
  at timestamptz not null,
  primary key (tenant_id, why)
);

create table unknown_slugs (
  slug text primary key check (length(slug) <= 100),
  at timestamptz not null
);
create index unknown_slugs_latest on unknown_slugs (at desc);

-- What carriers' webhooks said and what they were answered, for a few days, for admins who look for a fault. Bodies
-- hold what callers said. Rows of slugs that no tenant has carry no tenant, and only the platform sees them.
create table webhook_log (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid references tenants on delete cascade,
  at timestamptz not null,
  slug text not null check (length(slug) <= 100),
  webhook text not null check (webhook in ('answer', 'input', 'hangup')),
  method text not null,
  content_type text,
  dialect text check (dialect in ('guide', 'vobizxml')),
  provider_call_id text,
  -- The customer's number, by which a person's rows are found.
  phone text,
  status smallint not null,
  milliseconds real not null,
  outcome text not null check (outcome in ('ANSWERED', 'REFUSED', 'FAILED')),
  reason text,
  -- Fields in the order in which they came: an array of [name, value]; null where nothing could be read.
  query json not null,
  body json,
  is_cut boolean not null,
  xml text not null,
  check ((outcome = 'ANSWERED') = (reason is null))
);
create index webhook_log_newest on webhook_log (at desc, id desc);
create index webhook_log_tenant on webhook_log (tenant_id, at desc, id desc);
create index webhook_log_trouble on webhook_log (at desc, id desc) where outcome <> 'ANSWERED';
create index webhook_log_call on webhook_log (tenant_id, provider_call_id);
