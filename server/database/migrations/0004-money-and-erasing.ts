import { Migration } from '@mikro-orm/migrations';

/** What calls cost, the warning about the account's balance, and recordings that are to be deleted at the carrier. */
export class MoneyAndErasing extends Migration {
  override up(): void {
    // The owner is held to the policies as well.
    this.addSql(`select set_config('app.platform', 'on', true)`);
    for (const statement of [CHARGES, SETTINGS, ACCOUNTS, ERASURES, LEFT_KEYS, POLICIES])
      this.addSql(statement);
  }
}

const CHARGES = `
  create table call_charges (
    tenant_id uuid not null,
    call_id uuid not null,
    status text not null default 'WAITING' check (status in ('WAITING', 'KNOWN', 'GIVEN_UP')),
    -- The carrier's account that the call's webhooks named; unbelieved.
    account text,
    amount_micros bigint check (amount_micros >= 0),
    currency text,
    -- Whether the platform's account pays, rather than the tenant's own.
    by_platform boolean,
    -- The first day of the month in which the call began, on its tenant's clock.
    month date,
    attempts int not null default 0,
    reason text,
    tried_at timestamptz,
    settled_at timestamptz,
    primary key (tenant_id, call_id),
    foreign key (tenant_id, call_id) references calls on delete cascade,
    check ((status = 'WAITING') = (settled_at is null)),
    check (status <> 'KNOWN' or (amount_micros is not null and currency is not null and by_platform is not null
                                 and month is not null))
  );
  create index call_charges_months on call_charges (month, tenant_id) where status = 'KNOWN';

  -- The account at the carrier that the platform has credentials for, if any. A tenant has no reach to the platform's
  -- settings, so for this one question its transaction is the platform's.
  create function internal.platform_account() returns text
    language plpgsql set search_path = public, pg_temp as $$
  declare
    scope text := current_setting('app.platform', true);
    account text;
  begin
    perform set_config('app.platform', 'on', true);
    select vobiz_app_id into account from platform_settings where vobiz_api_key is not null;
    perform set_config('app.platform', coalesce(scope, ''), true);
    return account;
  end $$;

  -- Has a call's charge fetched, where there are credentials to fetch it with: the number's own, or the platform's. Not
  -- for a number of the demo market, nor for an unknown one of an account that isn't the platform's.
  create function internal.charge_call(tenant uuid, call uuid, told_account text) returns void
    language plpgsql set search_path = public, pg_temp as $$
  declare
    has_number boolean;
    has_key boolean;
    is_demo boolean;
    platform text;
  begin
    select count(*) > 0, coalesce(bool_or(n.provider_api_key is not null), false),
           coalesce(bool_and(n.demo and n.source = 'MARKETPLACE'), false)
      into has_number, has_key, is_demo
      from calls c
      join phone_numbers n on n.tenant_id = c.tenant_id
       and n.e164 = case c.direction when 'INBOUND' then c."to" else c."from" end
     where c.tenant_id = tenant and c.id = call;
    if is_demo then return; end if;
    if not has_key then
      platform := internal.platform_account();
      if platform is null or not (has_number or coalesce(told_account, platform) = platform) then return; end if;
    end if;
    insert into call_charges (tenant_id, call_id, account) values (tenant, call, told_account)
    on conflict (tenant_id, call_id) do update set account = coalesce(excluded.account, call_charges.account);
    perform internal.add_job('fetch-call-charge', json_build_object('tenantId', tenant, 'callId', call),
                             'charge ' || call, null);
  end $$`;

const SETTINGS = `
  create table carrier_settings (
    only_row boolean primary key default true check (only_row),
    -- Super admins are warned below it; null: below what the carrier itself calls low.
    low_balance_micros bigint check (low_balance_micros >= 0),
    updated_at timestamptz
  );
  insert into carrier_settings default values`;

const ACCOUNTS = `
  -- Vobiz's account that the number's own key belongs to, as it was accepted there; unknown again with another key.
  alter table phone_numbers add key_account text;
  create function internal.forget_key_account() returns trigger
    language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    new.key_account := null;
    return new;
  end $$;
  create trigger forget_key_account before update of provider_api_key, tenant_id on phone_numbers
    for each row when (old.provider_api_key is distinct from new.provider_api_key or old.tenant_id <> new.tenant_id)
    execute function internal.forget_key_account()`;

const ERASURES = `
  -- The number that the recorded call was for: the call itself may be gone before its recording is.
  alter table recordings add number_id uuid;
  update recordings r set number_id = (
    select n.id from calls c join phone_numbers n on n.tenant_id = c.tenant_id
       and n.e164 = case c.direction when 'INBOUND' then c."to" else c."from" end
     where c.tenant_id = r.tenant_id and c.id = r.call_id
     order by n.status = 'RELEASED', n.created_at desc limit 1);

  -- What was deleted here and is to be deleted at the carrier too. Outlives the tenant; tells nothing of the caller.
  create table recording_erasures (
    tenant_id uuid not null,
    recording_id uuid not null,
    call_id uuid not null,
    status text not null check (status in ('PENDING', 'DELETED', 'FAILED')),
    -- The carrier's id of the recording; null: it named none.
    carrier_id text,
    account text,
    number_id uuid,
    reason text,
    attempts int not null default 0,
    requested_at timestamptz not null,
    next_attempt_at timestamptz,
    tried_at timestamptz,
    settled_at timestamptz,
    primary key (tenant_id, recording_id),
    check ((status = 'PENDING') = (settled_at is null)),
    check ((status = 'PENDING') = (next_attempt_at is not null)),
    check (status <> 'FAILED' or reason is not null)
  );
  create index recording_erasures_due on recording_erasures (next_attempt_at) where status = 'PENDING';
  create index recording_erasures_newest on recording_erasures (requested_at desc, recording_id desc);
  create index recording_erasures_number on recording_erasures (number_id) where status = 'PENDING';

  create function internal.erase_at_carrier() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into recording_erasures (tenant_id, recording_id, call_id, status, carrier_id, account, number_id, reason,
                                    requested_at, next_attempt_at, settled_at)
    select tenant_id, id, call_id,
           case when source_key like 'id %' then 'PENDING' else 'FAILED' end,
           case when source_key like 'id %' then substr(source_key, 4) end,
           parent_auth_id, number_id,
           case when source_key like 'id %' then null else 'Vobiz named no id for it.' end,
           now(),
           case when source_key like 'id %' then now() end,
           case when source_key like 'id %' then null else now() end
      from gone
    on conflict do nothing;
    if found then
      perform internal.add_job('delete-carrier-recordings', '{}', 'delete-carrier-recordings', null);
    end if;
    return null;
  end $$;
  create trigger erase_at_carrier after delete on recordings
    referencing old table as gone for each statement execute function internal.erase_at_carrier()`;

const LEFT_KEYS = `
  -- Keys of numbers that are gone while recordings are still to be deleted with them; they go with the last of these.
  create table left_keys (
    tenant_id uuid not null,
    number_id uuid not null,
    provider_api_key bytea,
    key_account text,
    primary key (tenant_id, number_id)
  );
  create function internal.leave_key() returns trigger language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into left_keys (tenant_id, number_id, provider_api_key, key_account)
    select old.tenant_id, old.id, old.provider_api_key, old.key_account
     where exists (select from recording_erasures e where e.number_id = old.id and e.status = 'PENDING')
    on conflict do nothing;
    return null;
  end $$;
  create trigger leave_key after delete on phone_numbers
    for each row when (old.provider_api_key is not null) execute function internal.leave_key();
  create trigger leave_cleared_key after update of provider_api_key on phone_numbers
    for each row when (old.provider_api_key is not null and new.provider_api_key is null)
    execute function internal.leave_key()`;

const POLICIES = `
  do $$
  declare
    name text;
  begin
    foreach name in array array['call_charges', 'recording_erasures', 'left_keys'] loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      execute format('create policy tenant_isolation on %I
        using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
        with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))', name);
    end loop;
    alter table carrier_settings enable row level security;
    alter table carrier_settings force row level security;
    create policy platform_only on carrier_settings
      using ((select internal.is_platform())) with check ((select internal.is_platform()));
  end $$`;
