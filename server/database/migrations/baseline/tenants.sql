-- Businesses, and who answers for them. A persona that changes is a new version; older ones stay as they were.

create table tenants (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  time_zone text not null default 'Asia/Kolkata',
  signature_policy text not null default 'ACCEPT_UNSIGNED'
    check (signature_policy in ('ACCEPT_UNSIGNED', 'REQUIRE_SIGNED')),
  persona_version int not null default 1,
  transcript_retention_days int check (transcript_retention_days >= 1),
  recording_retention_days int check (recording_retention_days >= 1),
  record_calls boolean not null default false,
  recording_notice text not null default 'This call may be recorded.',
  analysis_tokens_a_day int not null default 200000 check (analysis_tokens_a_day >= 0),
  -- Transcripts of calls that started before are gone already.
  transcripts_forgotten_until timestamptz,
  erasing_since timestamptz,
  created_at timestamptz not null default now()
);
create index tenants_newest on tenants (created_at desc, id desc);

create table persona_versions (
  tenant_id uuid not null references tenants on delete cascade,
  version int not null,
  agent_name text not null,
  greeting text not null,
  instructions text not null,
  facts text not null default '',
  language text not null,
  no_speech_message text not null,
  -- As in tenants/opening-hours.ts; null where they aren't stated.
  hours jsonb check (jsonb_typeof(hours) = 'object'),
  outside_hours text not null default 'ANSWER' check (outside_hours in ('ANSWER', 'TAKE_MESSAGE', 'HANG_UP')),
  closed_greeting text not null default '',
  author_id uuid,
  author_name text,
  created_at timestamptz not null default now(),
  primary key (tenant_id, version),
  check (outside_hours = 'ANSWER' or closed_greeting <> '')
);
