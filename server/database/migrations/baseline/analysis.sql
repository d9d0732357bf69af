-- What a call was about. `started_at` is the call's: lists are sorted by it, and an index that holds it with the
-- sentiment or the intent reads no more than a page. Intents are rows as well: row-level security keeps an index over
-- arrays from being used.

create table call_analyses (
  tenant_id uuid not null,
  call_id uuid not null,
  started_at timestamptz not null,
  sentiment text not null check (sentiment in ('POSITIVE', 'NEUTRAL', 'NEGATIVE')),
  sentiment_score double precision not null check (sentiment_score between -1 and 1),
  turn_sentiments jsonb not null default '[]',
  summary text not null,
  intents text[] not null,
  outcome text not null check (outcome in ('RESOLVED', 'FOLLOW_UP_NEEDED', 'TRANSFERRED', 'ABANDONED')),
  topics text[] not null default '{}',
  unanswered_questions text[] not null default '{}',
  customer_name text,
  customer_language text,
  source text not null check (source in ('LANGUAGE_MODEL', 'SCRIPTED')),
  model text,
  tokens int not null default 0,
  line_count int not null,
  caller_lines int not null,
  is_returning boolean not null,
  replies int not null,
  reply_ms bigint not null,
  analysed_at timestamptz not null,
  primary key (tenant_id, call_id),
  foreign key (tenant_id, call_id) references calls on delete cascade
);
create index call_analyses_sentiment on call_analyses (tenant_id, sentiment, started_at desc, call_id desc);

create table call_intents (
  tenant_id uuid not null,
  call_id uuid not null,
  intent text not null check (intent in ('EMERGENCY', 'SPEAK_TO_HUMAN', 'COMPLAINT', 'BOOK_APPOINTMENT',
    'CANCEL_APPOINTMENT', 'OPENING_HOURS', 'PRICING', 'LOCATION', 'GENERAL')),
  started_at timestamptz not null,
  primary key (tenant_id, call_id, intent),
  foreign key (tenant_id, call_id) references call_analyses on delete cascade
);
create index call_intents_newest on call_intents (tenant_id, intent, started_at desc, call_id desc);

-- The gist is the same for questions that ask the same in other words.
create table unanswered_questions (
  tenant_id uuid not null,
  call_id uuid not null,
  gist text not null,
  question text not null,
  started_at timestamptz not null,
  primary key (tenant_id, call_id, gist),
  foreign key (tenant_id, call_id) references call_analyses on delete cascade
);
create index unanswered_questions_newest on unanswered_questions (tenant_id, started_at, gist);

create table analysis_spending (
  tenant_id uuid not null references tenants on delete cascade,
  day date not null,
  tokens bigint not null,
  primary key (tenant_id, day)
);
