-- The words of calls, in an index.
--
-- Row-level security keeps PostgreSQL from using a GIN index: `@@` isn't leakproof, so it must not look at a row
-- before the policy has. Words are therefore in an index table of the schema `internal`, where the application's role
-- has no rights, and are looked up by one function that takes the tenant from the transaction and from nowhere else.
-- Each word starts with its tenant's key, so that a search costs what the tenant has, not what the platform has. No
-- extension is needed: hosted PostgreSQLs may lack them.
--
-- Dictionary 'simple': callers mix languages, and names must not be stemmed. Positions are kept for "exact phrases".

create table internal.call_words (
  tenant_id uuid not null,
  call_id uuid not null,
  started_at timestamptz not null,
  words tsvector not null,
  primary key (tenant_id, call_id),
  foreign key (tenant_id, call_id) references calls on delete cascade
);
create index call_words_newest on internal.call_words (tenant_id, started_at desc, call_id desc);
-- A small pending list: the hangup that finds it full sorts it into the index, and must not take long.
create index call_words_words on internal.call_words using gin (words) with (gin_pending_list_limit = 256);

-- Short, as it stands before every word. That two tenants share one costs a little time, and shows nothing.
create function internal.tenant_key(tenant uuid) returns text language sql immutable
  as $$ select encode(substring(uuid_send(tenant) for 3), 'base64') $$;

-- PostgreSQL takes every sign beyond ASCII for a letter where the locale is C: dashes, curly quotes, the danda.
create function internal.spaced(body text) returns text language sql immutable as $$
  select regexp_replace(translate(body, '“”„', '"""'),
                        '[\u00a0-\u00bf\u0964\u0965\u2000-\u200b\u2010-\u205e\u3000-\u3002]', ' ', 'g')
$$;

-- Lengths are limited to what a tsvector can hold whatever callers say.
create function internal.words_in(tenant uuid, body text) returns tsvector language sql immutable as $$
  select coalesce(string_agg(
           '''' || replace(replace(internal.tenant_key(tenant) || lexeme, '\', '\\'), '''', '''''') || ''':'
           || array_to_string(positions, ','), ' '), '')::tsvector
    from unnest(to_tsvector('simple'::regconfig, internal.spaced(left(body, 100000))))
   where octet_length(lexeme) <= 500
$$;

-- As people type into search boxes: all words, "exact phrases", or, -not; the last word may be unfinished.
create function internal.words_sought(tenant uuid, sought text) returns tsquery language sql immutable as $$
  select (regexp_replace(plain, '''(([^'']|'''')+)''', '''' || internal.tenant_key(tenant) || '\1''', 'g')
          || case when sought !~ '[\s"]$' and plain ~ '(^|[ (])''([^'']|'''')+''$' then ':*' else '' end)::tsquery
    from (select websearch_to_tsquery('simple'::regconfig, internal.spaced(sought))::text) as read (plain)
$$;

-- Full text is over the transcript and the summary.
create function internal.words_of_call(tenant uuid, call uuid) returns tsvector language sql stable as $$
  select internal.words_in(tenant, concat_ws(E'\n',
    (select left(summary, 4000) from public.call_analyses where tenant_id = tenant and call_id = call),
    (select string_agg(left(text, 4000), E'\n' order by number)
       from public.turns where tenant_id = tenant and call_id = call)))
$$;

-- A call's words are gathered when it ends, not while somebody waits on the line; what comes later is added.
create function internal.keep_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into internal.call_words (tenant_id, call_id, started_at, words)
  values (new.tenant_id, new.id, new.started_at, internal.words_of_call(new.tenant_id, new.id))
  on conflict (tenant_id, call_id) do update set words = excluded.words;
  return null;
end $$;
create trigger keep_words after update of status on calls
  for each row when (old.status = 'IN_PROGRESS' and new.status <> 'IN_PROGRESS')
  execute function internal.keep_words();

create function internal.keep_later_words() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into internal.call_words (tenant_id, call_id, started_at, words)
  select c.tenant_id, c.id, c.started_at, internal.words_of_call(c.tenant_id, c.id)
    from (select distinct tenant_id, call_id from touched) changed
    join public.calls c on c.tenant_id = changed.tenant_id and c.id = changed.call_id
   where c.status <> 'IN_PROGRESS'
  on conflict (tenant_id, call_id) do update set words = excluded.words;
  return null;
end $$;
create trigger keep_added_words after insert on turns
  referencing new table as touched for each statement execute function internal.keep_later_words();
create trigger keep_changed_words after update on turns
  referencing new table as touched for each statement execute function internal.keep_later_words();
create trigger keep_no_words after delete on turns
  referencing old table as touched for each statement execute function internal.keep_later_words();
create trigger keep_added_summary after insert on call_analyses
  referencing new table as touched for each statement execute function internal.keep_later_words();
create trigger keep_changed_summary after update on call_analyses
  referencing new table as touched for each statement execute function internal.keep_later_words();
