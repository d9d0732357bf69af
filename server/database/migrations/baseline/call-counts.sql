-- Calls counted by quarters of an hour, of which every time zone's hours and days are made, and by days of UTC, of
-- which long times are. A quarter in which something changed has a mark, written by the very transaction that changed
-- it: who reads counts such quarters call by call, and a job counts them anew and takes the marks away. Marks are
-- only ever added by callers' webhooks, so that calls never wait for each other.

create function internal.quarter(instant timestamptz) returns timestamptz language sql immutable
  as $$ select date_bin('15 minutes', instant, timestamptz '2000-01-01 00:00:00+00') $$;
create function internal.utc_day(instant timestamptz) returns timestamptz language sql immutable
  as $$ select date_bin('1 day', instant, timestamptz '2000-01-01 00:00:00+00') $$;

create table call_quarters (
  tenant_id uuid not null references tenants on delete cascade,
  quarter timestamptz not null,
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
  general int not null,
  primary key (tenant_id, quarter)
);

create table call_days (
  tenant_id uuid not null references tenants on delete cascade,
  day timestamptz not null,
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
  general int not null,
  primary key (tenant_id, day)
);

create table call_quarter_marks (
  tenant_id uuid not null references tenants on delete cascade,
  quarter timestamptz not null,
  id bigint generated always as identity,
  primary key (tenant_id, quarter, id)
);

-- A call's row changes with every turn, but how it counts only with its status, its length and its beginning.
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
