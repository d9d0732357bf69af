-- The people who call, their calls, and what was said. The words of a call hang on its row and go with it.

create table customers (
  tenant_id uuid not null references tenants on delete cascade,
  id uuid not null default gen_random_uuid(),
  phone text not null,
  name text,
  -- What callers said of themselves: an offer, which overwrites nothing that a person wrote.
  heard_name text,
  heard_language text,
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
create index calls_lost on calls (tenant_id, started_at desc, id desc) where status = 'LOST';

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
  segments jsonb not null default '[]',
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

create table webhook_nonces (
  tenant_id uuid not null references tenants on delete cascade,
  nonce text not null,
  seen_at timestamptz not null default now(),
  primary key (tenant_id, nonce)
);
create index webhook_nonces_age on webhook_nonces (seen_at);

-- What the model was told for each reply. Paragraphs are kept once for each call: from turn to turn, only the time
-- changes. They hold what is known of the caller, so they are forgotten with the call's words: replies with their
-- exchange, paragraphs in forget-words.ts.
create table prompt_log_parts (
  tenant_id uuid not null,
  call_id uuid not null,
  -- The first half of the text's SHA-256.
  id uuid not null,
  text text not null,
  primary key (tenant_id, call_id, id),
  foreign key (tenant_id, call_id) references calls on delete cascade
);

create table prompt_log_entries (
  tenant_id uuid not null,
  call_id uuid not null,
  -- The exchange's: the caller's turns, from 1.
  number int not null,
  -- Null for the scripted receptionist.
  model text,
  -- What the instructions were made of, in their order, an empty line between each and the next.
  parts uuid[] not null,
  -- The lines of the transcript that were sent along.
  first_line int not null,
  last_line int not null,
  -- What stood for the lines before the first.
  earlier text,
  primary key (tenant_id, call_id, number),
  foreign key (tenant_id, call_id, number) references exchanges on delete cascade
);

-- Callers' turns that exist as a recording only, until they are transcribed. The address may be all that it takes to
-- listen, so it is encrypted, and gone with the row once the words are known.
create table pending_transcriptions (
  tenant_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  -- The exchange's.
  number int not null,
  source_url bytea,
  account_id text,
  language text not null,
  since timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, number),
  foreign key (tenant_id, call_id, number) references exchanges on delete cascade
);
create index pending_transcriptions_since on pending_transcriptions (since);
