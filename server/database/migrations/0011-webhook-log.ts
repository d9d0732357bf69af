import { Migration } from '@mikro-orm/migrations';

/** What carriers' webhooks said and what they were answered, for a few days, for whoever looks for a fault. */
export class WebhookLog extends Migration {
  override up(): void {
    this.addSql(LOG);
    this.addSql(FORGOTTEN);
  }
}

/** Bodies hold what callers said. Rows of nobody's webhooks have no tenant, and only the platform sees them. */
const LOG = `
  create table webhook_log (
    id uuid primary key default gen_random_uuid(),
    tenant_id uuid references tenants on delete cascade,
    at timestamptz not null,
    slug text not null check (length(slug) <= 100),
    webhook text not null check (webhook in ('answer', 'input', 'hangup')),
    method text not null,
    content_type text,
    dialect text check (dialect in ('guide', 'vobizxml')),
    provider_call_id text,
    -- The customer's number, by which a person's rows are found.
    phone text,
    status smallint not null,
    milliseconds real not null,
    outcome text not null check (outcome in ('ANSWERED', 'REFUSED', 'FAILED')),
    reason text,
    -- Fields in the order in which they came: an array of [name, value]; null where nothing could be read.
    query json not null,
    body json,
    is_cut boolean not null,
    xml text not null,
    check ((outcome = 'ANSWERED') = (reason is null))
  );
  create index webhook_log_newest on webhook_log (at desc, id desc);
  create index webhook_log_tenant on webhook_log (tenant_id, at desc, id desc);
  create index webhook_log_trouble on webhook_log (at desc, id desc) where outcome <> 'ANSWERED';
  create index webhook_log_call on webhook_log (tenant_id, provider_call_id);

  alter table webhook_log enable row level security;
  alter table webhook_log force row level security;
  create policy tenant_isolation on webhook_log
    using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
    with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
`;

/**
 * Where a call's words are forgotten, so is what its webhooks said; where a person is erased, so is every webhook of
 * theirs. Rows are written a moment after the webhook: a job looks for those that were still on their way.
 */
const FORGOTTEN = `
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
`;
