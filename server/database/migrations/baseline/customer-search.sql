-- Customers by any part of a name, number, note or tag. As for the words of calls (call-words.sql), row-level
-- security would keep an index from being used, so the texts are kept once more in the schema `internal`, under an
-- index of every three letters that follow each other, each after its tenant's key. That is what pg_trgm does, which
-- a hosted PostgreSQL may lack, and which would search the whole platform.

create function internal.grams(tenant uuid, body text) returns text[] language sql immutable as $$
  select coalesce(array_agg(distinct internal.tenant_key(tenant) || gram), '{}')
    from (select substr(body, start, 3) as gram from generate_series(1, length(body) - 2) start) cut
   where gram !~ '\n'
$$;

create table internal.customer_texts (
  tenant_id uuid not null,
  customer_id uuid not null,
  -- In lower case, a line each, so that nothing is found across two of them.
  body text not null,
  primary key (tenant_id, customer_id),
  foreign key (tenant_id, customer_id) references customers on delete cascade
);
create index customer_texts_grams on internal.customer_texts
  using gin (internal.grams(tenant_id, body)) with (gin_pending_list_limit = 256);

create function internal.text_of(customer customers) returns text language sql stable as $$
  select lower(concat_ws(E'\n', customer.phone, customer.name, customer.notes, array_to_string(customer.tags, E'\n')))
$$;

create function internal.keep_text() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into internal.customer_texts values (new.tenant_id, new.id, internal.text_of(new))
  on conflict (tenant_id, customer_id) do update set body = excluded.body;
  return null;
end $$;
create trigger keep_text after insert on customers for each row execute function internal.keep_text();
create trigger keep_changed_text after update of phone, name, notes, tags on customers
  for each row execute function internal.keep_text();

-- Customers of the transaction's tenant, by latest call first; and how many there are.
create function internal.pattern(part text) returns text language sql immutable
  as $$ select '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;

create function internal.customers_with(
  texts text[], number text, after_at timestamptz, after_id uuid, most int
) returns table (found_at timestamptz, found uuid)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := internal.tenant_id();
  patterns text[] := array(select internal.pattern(lower(part)) from unnest(texts) part);
  digits text := internal.pattern(number);
  -- Parts of one or two letters have no grams: everything is looked through.
  text_grams text[] := nullif(array(select unnest(internal.grams(tenant, lower(part))) from unnest(texts) part), '{}');
  digit_grams text[] := nullif(internal.grams(tenant, number), '{}');
  last_at timestamptz := coalesce(after_at, 'infinity');
  last_id uuid := coalesce(after_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  return query
  select coalesce(c.last_call_at, c.first_seen_at), c.id
    from internal.customer_texts t
    join public.customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
   where t.tenant_id = tenant
     and ((text_grams is null or internal.grams(t.tenant_id, t.body) @> text_grams) and t.body like all (patterns)
          or digits is not null
             and (digit_grams is null or internal.grams(t.tenant_id, t.body) @> digit_grams) and t.body like digits)
     and c.tenant_id = tenant and (coalesce(c.last_call_at, c.first_seen_at), c.id) < (last_at, last_id)
   order by coalesce(c.last_call_at, c.first_seen_at) desc, c.id desc limit most;
end $$;

create function internal.amount_with(texts text[], number text) returns int
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  tenant uuid := internal.tenant_id();
  patterns text[] := array(select internal.pattern(lower(part)) from unnest(texts) part);
  digits text := internal.pattern(number);
  -- Parts of one or two letters have no grams: everything is looked through.
  text_grams text[] := nullif(array(select unnest(internal.grams(tenant, lower(part))) from unnest(texts) part), '{}');
  digit_grams text[] := nullif(internal.grams(tenant, number), '{}');
begin
  return (select count(*) from internal.customer_texts t where t.tenant_id = tenant
     and ((text_grams is null or internal.grams(t.tenant_id, t.body) @> text_grams) and t.body like all (patterns)
          or digits is not null
             and (digit_grams is null or internal.grams(t.tenant_id, t.body) @> digit_grams) and t.body like digits));
end $$;
