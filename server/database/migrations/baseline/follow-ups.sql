-- What somebody is to do. `origin` names what it came from, so that it comes only once; `said` quotes the caller.

create table follow_ups (
  tenant_id uuid not null references tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  title text not null,
  status text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'DISMISSED')),
  reason text not null check (reason in ('EMERGENCY', 'HUMAN_REQUESTED', 'CALL', 'AUTOMATION', 'PERSON')),
  origin text,
  due_at timestamptz,
  call_id uuid,
  customer_id uuid,
  assignee_id uuid references users on delete set null,
  said text not null default '',
  notes text not null default '',
  created_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references users on delete set null,
  primary key (tenant_id, id),
  unique (tenant_id, origin),
  foreign key (tenant_id, call_id) references calls on delete set null (call_id),
  foreign key (tenant_id, customer_id) references customers on delete set null (customer_id),
  check ((status = 'OPEN') = (settled_at is null))
);
create index follow_ups_due on follow_ups (tenant_id, due_at, id) where status = 'OPEN';
create index follow_ups_newest on follow_ups (tenant_id, created_at desc, id desc);
create index follow_ups_call on follow_ups (tenant_id, call_id);
create index follow_ups_customer on follow_ups (tenant_id, customer_id);
create index follow_ups_assignee on follow_ups (assignee_id);
create index follow_ups_settled_by on follow_ups (settled_by);
create index follow_ups_id on follow_ups (id);
