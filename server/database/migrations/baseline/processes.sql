-- Which processes work through jobs, and until when they were seen.
create table process_heartbeats (
  -- Another at each start.
  id uuid primary key,
  -- What its locks in the job queue carry.
  lock_names text[] not null,
  host text not null,
  pid int not null,
  started_at timestamptz not null,
  -- Null for one that has been seen without a gap since it started.
  steady_since timestamptz,
  seen_at timestamptz not null
);
