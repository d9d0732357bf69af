-- The sound of calls: which webhooks told of, what is kept of it, and which files are still to be removed. The
-- address may be all that it takes to listen, so it is encrypted, and gone once it is of no more use.

create table recordings (
  tenant_id uuid not null,
  id uuid not null,
  call_id uuid not null,
  -- The carrier's id, else a hash of the address: one recording is told of several times.
  source_key text not null,
  url_hash bytea not null,
  source_host text not null,
  source_url bytea,
  parent_auth_id text,
  status text not null check (status in ('WAITING', 'KEPT', 'FAILED', 'REFUSED')),
  reason text,
  attempts int not null default 0,
  noted_at timestamptz not null,
  tried_at timestamptz,
  duration_seconds int,
  content_type text,
  bytes bigint check (bytes > 0),
  -- Hexadecimal.
  sha256 text,
  stored_in text check (stored_in in ('DISK', 'S3')),
  stored_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, call_id, source_key),
  foreign key (tenant_id, call_id) references calls on delete cascade,
  check ((status = 'KEPT') = (stored_in is not null)),
  check (status <> 'KEPT' or (content_type is not null and bytes is not null and sha256 is not null)),
  check ((status in ('FAILED', 'REFUSED')) <= (reason is not null))
);
create index recordings_id on recordings (id);
create index recordings_waiting on recordings (coalesce(tried_at, noted_at)) where status = 'WAITING';

-- A row that goes, with its call, its tenant or by itself, leaves its file behind: this remembers which.
create table recording_leftovers (
  tenant_id uuid not null,
  recording_id uuid not null,
  stored_in text not null,
  primary key (tenant_id, recording_id)
);

create function internal.leave_recordings() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  insert into recording_leftovers select tenant_id, id, stored_in from gone where stored_in is not null
  on conflict do nothing;
  return null;
end $$;
create trigger leave_recordings after delete on recordings
  referencing old table as gone for each statement execute function internal.leave_recordings();
