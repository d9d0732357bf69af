import { Migration } from '@mikro-orm/migrations';

/**
 * What long lists need: rows counted as they come, the words of calls in an index, and what is kept for how long.
 *
 * Row-level security keeps PostgreSQL from using a GIN index: `@@` isn't leakproof, so it must not look at a row
 * before the policy has. Words are therefore in an index table of the schema `internal`, where the application's role
 * has no rights, and are looked up by one function that takes the tenant from the transaction and from nowhere else.
 * Each word starts with its tenant's key, so that a search costs what the tenant has, not what the platform has. No
 * extension is needed: hosted PostgreSQLs may lack them.
 */
export class Lists extends Migration {
  override up(): void {
    // The owner is held to the policies as well, and fills the new tables from the rows that are there.
    this.addSql(`select set_config('app.platform', 'on', true);`);
    this.addSql(KEEPING);
    this.addSql(TALLIES);
    this.addSql(WORDS);
    this.addSql(WORDS_KEPT);
    this.addSql(SEARCH);
  }
}

const KEEPING = `
  alter table tenants
    add column transcript_retention_days int check (transcript_retention_days >= 1),
    add column recording_retention_days int check (recording_retention_days >= 1),
    -- Transcripts of calls that started before are gone already.
    add column transcripts_forgotten_until timestamptz,
    add column erasing_since timestamptz;
  alter table persona_versions add column author_name text;
  create index calls_lost on calls (tenant_id, started_at desc, id desc) where status = 'LOST';
`;

/** A tenant's rows, counted where they come and go. Sixteen counters each, so that calls don't queue for one. */
const TALLIES = `
  create table tallies (
    tenant_id uuid not null references tenants on delete cascade,
    subject text not null check (subject in ('calls', 'customers')),
    shard smallint not null,
    amount bigint not null,
    primary key (tenant_id, subject, shard)
  );
  alter table tallies enable row level security;
  alter table tallies force row level security;
  create policy tenant_isolation on tallies
    using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
    with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));

  insert into tallies select tenant_id, 'calls', 0, count(*) from calls group by tenant_id;
  insert into tallies select tenant_id, 'customers', 0, count(*) from customers group by tenant_id;

  create function internal.tally() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    -- Where a tenant is erased its rows go after it, and there is nothing left to count.
    insert into tallies
    select tenant_id, tg_table_name, pg_backend_pid() % 16, case tg_op when 'INSERT' then count(*) else -count(*) end
      from touched where exists (select from tenants where id = tenant_id)
     group by tenant_id order by tenant_id
    on conflict (tenant_id, subject, shard) do update set amount = tallies.amount + excluded.amount;
    return null;
  end $$;
  create trigger tally_added after insert on calls
    referencing new table as touched for each statement execute function internal.tally();
  create trigger tally_removed after delete on calls
    referencing old table as touched for each statement execute function internal.tally();
  create trigger tally_added after insert on customers
    referencing new table as touched for each statement execute function internal.tally();
  create trigger tally_removed after delete on customers
    referencing old table as touched for each statement execute function internal.tally();
`;

/** Dictionary 'simple': callers mix languages, and names must not be stemmed. Positions are kept for "exact phrases". */
const WORDS = `
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
             '''' || replace(replace(internal.tenant_key(tenant) || lexeme, '\\', '\\\\'), '''', '''''') || ''':'
             || array_to_string(positions, ','), ' '), '')::tsvector
      from unnest(to_tsvector('simple'::regconfig, internal.spaced(left(body, 100000))))
     where octet_length(lexeme) <= 500
  $$;

  -- As people type into search boxes: all words, "exact phrases", or, -not; the last word may be unfinished.
  create function internal.words_sought(tenant uuid, sought text) returns tsquery language sql immutable as $$
    select (regexp_replace(plain, '''(([^'']|'''')+)''', '''' || internal.tenant_key(tenant) || '\\1''', 'g')
            || case when sought !~ '[\\s"]$' and plain ~ '(^|[ (])''([^'']|'''')+''$' then ':*' else '' end)::tsquery
      from (select websearch_to_tsquery('simple'::regconfig, internal.spaced(sought))::text) as read (plain)
  $$;

  create function internal.words_of_call(tenant uuid, call uuid) returns tsvector language sql stable as $$
    select internal.words_in(tenant, string_agg(left(text, 4000), E'\\n' order by number))
      from public.turns where tenant_id = tenant and call_id = call
  $$;
`;

/** A call's words are gathered when it ends, not while somebody waits on the line; what comes later is added. */
const WORDS_KEPT = `
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

  insert into internal.call_words
  select tenant_id, id, started_at, internal.words_of_call(tenant_id, id) from calls where status <> 'IN_PROGRESS';
`;

/**
 * Calls of the transaction's tenant in which something was said, newest first. Planned anew each time, as whether a
 * word is rare or common decides which index is quick; and because statistics know only the platform's commonest words,
 * the newest calls are looked through before the index of words is asked.
 */
const SEARCH = `
  create function internal.calls_saying(
    sought text, not_before timestamptz, before timestamptz, after_at timestamptz, after_id uuid, most int
  ) returns table (said_at timestamptz, said_in uuid)
    -- Only joined to others where there are many.
    language plpgsql stable security definer rows 20000
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
  declare
    tenant uuid := internal.tenant_id();
    query tsquery := internal.words_sought(tenant, sought);
    since timestamptz := coalesce(not_before, '-infinity');
    until timestamptz := coalesce(before, 'infinity');
    last_at timestamptz := coalesce(after_at, 'infinity');
    last_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
    window_at timestamptz;
    window_id uuid;
    found_so_far int := 0;
  begin
    return query
    select c.started_at, c.id from public.calls c
     where c.tenant_id = tenant and c.status = 'IN_PROGRESS' and internal.words_of_call(tenant, c.id) @@ query
       and c.started_at >= since and c.started_at < until and (c.started_at, c.id) < (last_at, last_id)
     order by c.started_at desc, c.id desc limit most;

    if most is not null then
      select w.started_at, w.call_id into window_at, window_id from internal.call_words w
       where w.tenant_id = tenant
         and w.started_at >= since and w.started_at < until and (w.started_at, w.call_id) < (last_at, last_id)
       order by w.started_at desc, w.call_id desc offset 1000 limit 1;
      return query
      select w.started_at, w.call_id from internal.call_words w
       where w.tenant_id = tenant and w.words @@ query
         and w.started_at >= coalesce(window_at, since) and w.started_at < until
         and (w.started_at, w.call_id) < (last_at, last_id)
         and (window_at is null or (w.started_at, w.call_id) >= (window_at, window_id))
       order by w.started_at desc, w.call_id desc limit most;
      get diagnostics found_so_far = row_count;
      if window_at is null or found_so_far >= most then return; end if;
      last_at := window_at;
      last_id := window_id;
    end if;

    return query
    select w.started_at, w.call_id from internal.call_words w
     where w.tenant_id = tenant and w.words @@ query
       and w.started_at >= since and w.started_at < until and (w.started_at, w.call_id) < (last_at, last_id)
     order by w.started_at desc, w.call_id desc limit most - found_so_far;
  end $$;

  -- How many there are, without listing them.
  create function internal.amount_saying(sought text, not_before timestamptz, before timestamptz) returns int
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
  declare
    tenant uuid := internal.tenant_id();
    query tsquery := internal.words_sought(tenant, sought);
    since timestamptz := coalesce(not_before, '-infinity');
    until timestamptz := coalesce(before, 'infinity');
  begin
    return (select count(*) from internal.call_words w
             where w.tenant_id = tenant and w.words @@ query and w.started_at >= since and w.started_at < until)
         + (select count(*) from public.calls c
             where c.tenant_id = tenant and c.status = 'IN_PROGRESS' and c.started_at >= since and c.started_at < until
               and internal.words_of_call(tenant, c.id) @@ query);
  end $$;

  -- Whether something was said in one call: for words so common that other filters narrow more.
  create function internal.call_says(call uuid, sought text) returns boolean
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(
             (select w.words from internal.call_words w where w.tenant_id = internal.tenant_id() and w.call_id = call),
             internal.words_of_call(internal.tenant_id(), call)) @@ internal.words_sought(internal.tenant_id(), sought)
  $$;
`;
