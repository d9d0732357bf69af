-- What goes with a call's words, and with a person.
--
-- Where a call's words are forgotten, so is what quotes them; what they came to in numbers stays.

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

-- Deliveries quote words also in addresses; what was still to be sent isn't sent any more.
create function internal.forget_deliveries() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  with silent as (
    select distinct tenant_id, call_id from touched
     where not exists (select from turns t where t.tenant_id = touched.tenant_id and t.call_id = touched.call_id)
  )
  update automation_deliveries d
     set subject = null, body = null, next_attempt_at = null,
         target = case d.kind when 'WEBHOOK' then substring(d.target from '^https?://[^/?#]*') when 'SMS' then ''
                  else d.target end,
         settled_at = coalesce(d.settled_at, now()),
         status = case d.status when 'PENDING' then 'CANCELLED' else d.status end,
         problem = case d.status when 'PENDING' then 'The words of this call are no longer kept.' else d.problem end
    from silent s where d.tenant_id = s.tenant_id and d.call_id = s.call_id and d.body is not null;
  return null;
end $$;
create trigger forget_deliveries after delete on turns
  referencing old table as touched for each statement execute function internal.forget_deliveries();

-- What a call's webhooks said. Rows are written a moment after the webhook: a job looks for those that were still on
-- their way.
create function internal.forget_webhooks() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from webhook_log w
   using (select distinct tenant_id, call_id from touched) t
    join calls c on c.tenant_id = t.tenant_id and c.id = t.call_id
   where w.tenant_id = c.tenant_id and w.provider_call_id = c.provider_call_id;
  return null;
end $$;
create trigger forget_webhooks after delete on turns
  referencing old table as touched for each statement execute function internal.forget_webhooks();

-- Where a person is erased, so is what was to be done for them, as its words tell who they are, and their voice.
create function internal.erase_person() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  their_calls uuid[] := array(select id from calls where tenant_id = old.tenant_id and customer_id = old.id);
begin
  delete from follow_ups
   where tenant_id = old.tenant_id and (customer_id = old.id or call_id = any (their_calls));
  delete from recordings where tenant_id = old.tenant_id and call_id = any (their_calls);
  return old;
end $$;
create trigger erase_person before delete on customers
  for each row execute function internal.erase_person();

-- So is all that was sent about them, and every webhook of theirs.
create function internal.erase_deliveries() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  delete from automation_deliveries
   where tenant_id = old.tenant_id
     and call_id in (select id from calls where tenant_id = old.tenant_id and customer_id = old.id);
  return old;
end $$;
create trigger erase_deliveries before delete on customers
  for each row execute function internal.erase_deliveries();

create function internal.erase_webhooks() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
  their_calls text[] := array(
    select provider_call_id from calls where tenant_id = old.tenant_id and customer_id = old.id);
begin
  delete from webhook_log
   where tenant_id = old.tenant_id and (phone = old.phone or provider_call_id = any (their_calls));
  if their_calls <> '{}' then
    perform internal.add_job('erase-late-webhooks',
      json_build_object('tenantId', old.tenant_id, 'providerCallIds', their_calls), null, now() + interval '2 minutes');
  end if;
  return old;
end $$;
create trigger erase_webhooks before delete on customers
  for each row execute function internal.erase_webhooks();
