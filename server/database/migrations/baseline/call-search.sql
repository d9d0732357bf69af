-- Searches that stay quick however many calls there are. Calls of the transaction's tenant in which something was
-- said, newest first; planned anew each time, as whether a word is rare or common decides which index is quick.
--
-- Two indexes can find the newest calls with a word. The one by time is quick where the word is common, the one of
-- words where it is rare, and PostgreSQL can't know which it is: its statistics hold only the platform's commonest
-- words, and say nothing at all of unfinished ones. So both are used, one after the other. Of n calls, w are gone
-- through by time; who has not found m matches among them looks for a word that is in about m n / w calls at most,
-- and takes these from the index of words. Where w is the square root of m n both cost the same: a page of 26 among
-- 1,000,000 calls goes through 5,100, and then through about as many matches.

-- Calls with words, by the index of words alone: no other scan is left to the planner, and `offset 0` keeps it from
-- mixing in the tenant, whose key the words carry already. Not a security definer: it takes the tenant from its
-- caller, and the application's role, which may call it, may not read the words.
create function internal.calls_by_words(
  tenant uuid, query tsquery, since timestamptz, until timestamptz, last_at timestamptz, last_id uuid, most int
) returns table (said_at timestamptz, said_in uuid)
  language plpgsql stable rows 20000
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
begin
  return query
  select w.started_at, w.call_id
    from (select tenant_id, started_at, call_id from internal.call_words where words @@ query offset 0) w
   where w.tenant_id = tenant
     and w.started_at >= since and w.started_at < until and (w.started_at, w.call_id) < (last_at, last_id)
   order by w.started_at desc, w.call_id desc limit most;
end $$;

-- Whether the index of words can answer alone. It can't for "-word" and "this or -that": nearly all calls fit those.
create function internal.is_indexed(query tsquery) returns boolean language sql immutable
  as $$ select querytree(query) not in ('', 'T') $$;

create function internal.calls_saying(
  sought text, not_before timestamptz, before timestamptz, after_at timestamptz, after_id uuid, most int
) returns table (said_at timestamptz, said_in uuid)
  -- Only joined to others where there are many.
  language plpgsql stable security definer rows 20000
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := internal.tenant_id();
  query tsquery := internal.words_sought(tenant, sought);
  since timestamptz := coalesce(not_before, '-infinity');
  until timestamptz := coalesce(before, 'infinity');
  last_at timestamptz := coalesce(after_at, 'infinity');
  last_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
  gone_through int;
  found_so_far int := 0;
begin
  return query
  select c.started_at, c.id from public.calls c
   where c.tenant_id = tenant and c.status = 'IN_PROGRESS' and internal.words_of_call(tenant, c.id) @@ query
     and c.started_at >= since and c.started_at < until and (c.started_at, c.id) < (last_at, last_id)
   order by c.started_at desc, c.id desc limit most;

  if most is not null or not internal.is_indexed(query) then
    if internal.is_indexed(query) then
      -- Loading a page costs more than a thousand calls, however few there are.
      select greatest(1000, sqrt(most * coalesce(sum(amount), 0)::float)) into gone_through
        from public.tallies where tenant_id = tenant and subject = 'calls';
    end if;
    return query
    select w.started_at, w.call_id
      from (select i.started_at, i.call_id, i.words from internal.call_words i
             where i.tenant_id = tenant
               and i.started_at >= since and i.started_at < until and (i.started_at, i.call_id) < (last_at, last_id)
             order by i.started_at desc, i.call_id desc limit gone_through) w
     where w.words @@ query
     order by w.started_at desc, w.call_id desc limit most;
    get diagnostics found_so_far = row_count;
    if gone_through is null or found_so_far >= most then return; end if;
    select i.started_at, i.call_id into last_at, last_id from internal.call_words i
     where i.tenant_id = tenant
       and i.started_at >= since and i.started_at < until and (i.started_at, i.call_id) < (last_at, last_id)
     order by i.started_at desc, i.call_id desc offset gone_through - 1 limit 1;
    if not found then return; end if;
  end if;

  return query
  select * from internal.calls_by_words(tenant, query, since, until, last_at, last_id, most - found_so_far);
end $$;

-- How many there are, without listing them: by the words alone where no time is asked for, so that it costs what the
-- tenant's matches do. Sequential scans are out of the question, as they would go through other tenants' calls.
create function internal.amount_saying(sought text, not_before timestamptz, before timestamptz)
  returns int language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := internal.tenant_id();
  query tsquery := internal.words_sought(tenant, sought);
  since timestamptz := coalesce(not_before, '-infinity');
  until timestamptz := coalesce(before, 'infinity');
  ended int;
  ongoing int;
begin
  if not_before is null and before is null and internal.is_indexed(query) then
    select count(*) into ended
      from (select tenant_id from internal.call_words where words @@ query offset 0) w where w.tenant_id = tenant;
  else
    select count(*) into ended from internal.call_words w
     where w.tenant_id = tenant and w.words @@ query and w.started_at >= since and w.started_at < until;
  end if;
  select count(*) into ongoing from public.calls c
   where c.tenant_id = tenant and c.status = 'IN_PROGRESS' and c.started_at >= since and c.started_at < until
     and internal.words_of_call(tenant, c.id) @@ query;
  return ended + ongoing;
end $$;

-- Whether something was said in one call: for words so common that other filters narrow more.
create function internal.call_says(call uuid, sought text) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(
           (select w.words from internal.call_words w where w.tenant_id = internal.tenant_id() and w.call_id = call),
           internal.words_of_call(internal.tenant_id(), call)) @@ internal.words_sought(internal.tenant_id(), sought)
$$;
