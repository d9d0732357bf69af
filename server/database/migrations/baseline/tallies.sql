-- A tenant's rows, counted where they come and go. Sixteen counters each, so that calls don't queue for one.

create table tallies (
  tenant_id uuid not null references tenants on delete cascade,
  subject text not null check (subject in ('calls', 'customers')),
  shard smallint not null,
  amount bigint not null,
  primary key (tenant_id, subject, shard)
);

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
