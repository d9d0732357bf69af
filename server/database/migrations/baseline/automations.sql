-- What tenants have done when calls come in: rules, what they led to, and what is still to be delivered. An action
-- keeps its id when its automation is changed: deliveries that wait are signed with what it has then.

create table automations (
  tenant_id uuid not null references tenants on delete cascade,
  id uuid not null,
  name text not null,
  enabled boolean not null,
  trigger text not null check (trigger in ('CALL_COMPLETED', 'CALL_MISSED', 'NEGATIVE_SENTIMENT',
    'POSITIVE_SENTIMENT', 'INTENT_DETECTED', 'NEW_CUSTOMER', 'HUMAN_REQUESTED')),
  intents text[] not null,
  conditions jsonb not null,
  created_at timestamptz not null,
  last_run_at timestamptz,
  run_count int not null default 0,
  primary key (tenant_id, id)
);
create index automations_id on automations (id);

create table automation_actions (
  tenant_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  position int not null,
  kind text not null check (kind in ('WEBHOOK', 'EMAIL', 'FOLLOW_UP', 'TAG_CUSTOMER', 'SMS')),
  spec jsonb not null,
  -- What webhooks are signed with. A change of SECRET_KEY that can't read it clears it: has_secret still holds then,
  -- and nothing is sent unsigned.
  secret bytea,
  has_secret boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, automation_id) references automations on delete cascade
);
create index automation_actions_automation on automation_actions (tenant_id, automation_id, position);

-- A run is what a rule made of a call: at most one for each trigger.
create table automation_runs (
  tenant_id uuid not null,
  id uuid not null,
  automation_id uuid not null,
  call_id uuid not null,
  trigger text not null,
  outcome text not null check (outcome in ('RAN', 'HELD_BACK')),
  reason text,
  actions jsonb not null default '[]',
  ran_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, automation_id, call_id, trigger),
  foreign key (tenant_id, automation_id) references automations on delete cascade,
  foreign key (tenant_id, call_id) references calls on delete cascade
);
create index automation_runs_newest on automation_runs (tenant_id, automation_id, ran_at desc, id desc);
create index automation_runs_call on automation_runs (tenant_id, call_id);
create index automation_runs_age on automation_runs (ran_at);

-- `next_attempt_at` is also how long a process that is just sending has to say what came of it.
create table automation_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  automation_id uuid not null,
  action_id uuid,
  call_id uuid not null,
  repeats uuid,
  kind text not null check (kind in ('WEBHOOK', 'EMAIL', 'SMS')),
  target text not null,
  subject text,
  body text,
  status text not null default 'PENDING' check (status in ('PENDING', 'DELIVERED', 'FAILED', 'CANCELLED')),
  attempts int not null default 0,
  created_at timestamptz not null,
  last_attempt_at timestamptz,
  next_attempt_at timestamptz,
  settled_at timestamptz,
  last_status int,
  problem text,
  primary key (tenant_id, id),
  foreign key (tenant_id, run_id) references automation_runs on delete cascade,
  foreign key (tenant_id, action_id) references automation_actions on delete set null (action_id),
  check ((status = 'PENDING') = (next_attempt_at is not null)),
  check ((status = 'PENDING') = (settled_at is null))
);
create index automation_deliveries_newest
  on automation_deliveries (tenant_id, automation_id, kind, created_at desc, id desc);
create index automation_deliveries_due on automation_deliveries (next_attempt_at) where status = 'PENDING';
create index automation_deliveries_run on automation_deliveries (tenant_id, run_id);
create index automation_deliveries_action on automation_deliveries (tenant_id, action_id);
create index automation_deliveries_call on automation_deliveries (tenant_id, call_id);
create index automation_deliveries_id on automation_deliveries (id);
