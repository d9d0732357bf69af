import { Migration } from '@mikro-orm/migrations';

/** What becomes of a call when it is over: what it was about, what there is to do, and how calls add up. */
export class AfterTheCall extends Migration {
  override up(): void {
    // The owner is held to the policies as well, and marks the calls that are there to be counted.
    this.addSql(`select set_config('app.platform', 'on', true);`);
    this.addSql(ANALYSES);
    this.addSql(SUMMARY_WORDS);
    this.addSql(FORGETTING);
    this.addSql(COUNTS);
    this.addSql(MARKS_KEPT);
    this.addSql(FOLLOW_UPS);
    for (const table of SCOPED) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant_isolation on ${table}
          using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
          with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
      `);
    }
  }
}

const SCOPED = [
  'call_analyses',
  'call_intents',
  'unanswered_questions',
  'analysis_spending',
  'call_quarters',
  'call_days',
  'call_quarter_marks',
  'follow_ups',
];

/**
 * `started_at` is the call's: lists are sorted by it, and an index that holds it with the sentiment or the intent
 * reads no more than a page. Intents are rows as well: row-level security keeps an index over arrays from being used.
 */
const ANALYSES = `
  alter table tenants
    add column analysis_tokens_a_day int not null default 200000 check (analysis_tokens_a_day >= 0);
  -- What callers said of themselves: an offer, which overwrites nothing that a person wrote.
  alter table customers add column heard_name text, add column heard_language text;

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
`;

/** Full text is over the transcript and the summary. */
const SUMMARY_WORDS = `
  create or replace function internal.words_of_call(tenant uuid, call uuid) returns tsvector language sql stable as $$
    select internal.words_in(tenant, concat_ws(E'\\n',
      (select left(summary, 4000) from public.call_analyses where tenant_id = tenant and call_id = call),
      (select string_agg(left(text, 4000), E'\\n' order by number)
         from public.turns where tenant_id = tenant and call_id = call)))
  $$;
  create trigger keep_added_summary after insert on call_analyses
    referencing new table as touched for each statement execute function internal.keep_later_words();
  create trigger keep_changed_summary after update on call_analyses
    referencing new table as touched for each statement execute function internal.keep_later_words();
`;

/** Where a call's words are forgotten, so is what quotes them; what they came to in numbers stays. */
const FORGETTING = `
  create function internal.forget_quotes() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    with silent as (
      select distinct tenant_id, call_id from touched
       where not exists (select from turns t where t.tenant_id = touched.tenant_id and t.call_id = touched.call_id)
    ), questions as (
      delete from unanswered_questions q using silent s where q.tenant_id = s.tenant_id and q.call_id = s.call_id
    ), tasks as (
      update follow_ups f set said = '' from silent s where f.tenant_id = s.tenant_id and f.call_id = s.call_id
    )
    update call_analyses a
       set summary = 'The words of this call are no longer kept.', topics = '{}', unanswered_questions = '{}',
           customer_name = null
      from silent s where a.tenant_id = s.tenant_id and a.call_id = s.call_id;
    return null;
  end $$;
  create trigger forget_quotes after delete on turns
    referencing old table as touched for each statement execute function internal.forget_quotes();
`;

/** Everything that is counted. */
const COUNTED = `
    calls int not null,
    completed int not null,
    lost int not null,
    answered int not null,
    missed int not null,
    returning_callers int not null,
    seconds bigint not null,
    replies int not null,
    reply_ms bigint not null,
    positive int not null,
    neutral int not null,
    negative int not null,
    resolved int not null,
    follow_up_needed int not null,
    transferred int not null,
    abandoned int not null,
    emergency int not null,
    speak_to_human int not null,
    complaint int not null,
    book_appointment int not null,
    cancel_appointment int not null,
    opening_hours int not null,
    pricing int not null,
    location int not null,
    general int not null`;

/**
 * Calls counted by quarters of an hour, of which every time zone's hours and days are made, and by days of UTC, of
 * which long times are. A quarter in which something changed has a mark, written by the very transaction that changed
 * it: who reads counts such quarters call by call, and a job counts them anew and takes the marks away. Marks are only
 * ever added by callers' webhooks, so that calls never wait for each other.
 */
const COUNTS = `
  create function internal.quarter(instant timestamptz) returns timestamptz language sql immutable
    as $$ select date_bin('15 minutes', instant, timestamptz '2000-01-01 00:00:00+00') $$;
  create function internal.utc_day(instant timestamptz) returns timestamptz language sql immutable
    as $$ select date_bin('1 day', instant, timestamptz '2000-01-01 00:00:00+00') $$;

  create table call_quarters (
    tenant_id uuid not null references tenants on delete cascade,
    quarter timestamptz not null,${COUNTED},
    primary key (tenant_id, quarter)
  );
  create table call_days (
    tenant_id uuid not null references tenants on delete cascade,
    day timestamptz not null,${COUNTED},
    primary key (tenant_id, day)
  );

  create table call_quarter_marks (
    tenant_id uuid not null references tenants on delete cascade,
    quarter timestamptz not null,
    id bigint generated always as identity,
    primary key (tenant_id, quarter, id)
  );
  insert into call_quarter_marks (tenant_id, quarter)
  select distinct tenant_id, internal.quarter(started_at) from calls;
`;

/** A call's row changes with every turn, but how it counts only with its status, its length and its beginning. */
const MARKS_KEPT = `
  create function internal.mark_quarters() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    -- Where a tenant is erased its rows go after it, and there is nothing left to count.
    insert into call_quarter_marks (tenant_id, quarter)
    select distinct tenant_id, internal.quarter(started_at)
      from touched where exists (select from tenants where id = tenant_id);
    return null;
  end $$;
  create function internal.mark_quarters_of_call() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into call_quarter_marks (tenant_id, quarter)
    select new.tenant_id, internal.quarter(old.started_at) union select new.tenant_id, internal.quarter(new.started_at);
    return null;
  end $$;

  create trigger mark_added after insert on calls
    referencing new table as touched for each statement execute function internal.mark_quarters();
  create trigger mark_removed after delete on calls
    referencing old table as touched for each statement execute function internal.mark_quarters();
  create trigger mark_changed after update of status, duration_seconds, started_at on calls
    for each row when ((old.status, old.duration_seconds, old.started_at)
      is distinct from (new.status, new.duration_seconds, new.started_at))
    execute function internal.mark_quarters_of_call();
  create trigger mark_analysed after insert on call_analyses
    referencing new table as touched for each statement execute function internal.mark_quarters();
  create trigger mark_analysed_again after update on call_analyses
    referencing new table as touched for each statement execute function internal.mark_quarters();
  create trigger mark_analysis_removed after delete on call_analyses
    referencing old table as touched for each statement execute function internal.mark_quarters();
`;

/** What somebody is to do. `origin` names what it came from, so that it comes only once; `said` quotes the caller. */
const FOLLOW_UPS = `
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
`;
