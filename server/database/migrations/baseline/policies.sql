-- Who may see which row. The owner is held to it as well: a query that forgets the tenant gets nothing.

do $$
declare
  name text;
begin
  -- A tenant's own rows.
  foreach name in array array[
      'persona_versions', 'users', 'customers', 'calls', 'exchanges', 'turns', 'webhook_nonces', 'prompt_log_parts',
      'prompt_log_entries', 'pending_transcriptions', 'tallies', 'phone_numbers', 'number_orders', 'tenant_applications',
      'call_analyses', 'call_intents', 'unanswered_questions', 'analysis_spending', 'call_quarters',
      'call_days', 'call_quarter_marks', 'follow_ups', 'automations', 'automation_actions',
      'automation_runs', 'automation_deliveries', 'recordings', 'recording_leftovers', 'webhook_refusals',
      'webhook_log'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy tenant_isolation on %I
      using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
      with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))', name);
  end loop;

  -- What belongs to no tenant: only platform-wide transactions see it.
  foreach name in array array[
      'sessions', 'recovery_codes', 'attempt_limits', 'number_discrepancies', 'number_listings',
      'platform_settings', 'unknown_slugs', 'process_heartbeats'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy platform_only on %I
      using ((select internal.is_platform())) with check ((select internal.is_platform()))', name);
  end loop;
end $$;

alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant_isolation on tenants
  using (id = (select internal.tenant_id()) or (select internal.is_platform()))
  with check (id = (select internal.tenant_id()) or (select internal.is_platform()));

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy platform_reads on audit_log for select using ((select internal.is_platform()));
create policy whoever_acts_writes on audit_log for insert
  with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
