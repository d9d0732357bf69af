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
    -- Whether the call is known to come from the carrier: of others few wait at a time, and they are tried less often.
    verified boolean not null default false,
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
  create index call_charges_unverified on call_charges (tenant_id) where status = 'WAITING' and not verified;

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

  -- Has a call's charge fetched, where there are credentials to fetch it with: the number's own, or the platform's for a
  -- number that was bought with its account. Not for an unknown number, nor for a tenant's own without a key, nor for
  -- one of the demo market. Of calls that anybody may have made, 200 wait at a time.
  create function internal.charge_call(tenant uuid, call uuid, told_account text, is_verified boolean) returns void
    language plpgsql set search_path = public, pg_temp as $$
  declare
    has_key boolean;
    bought_with text;
    waits boolean;
  begin
    select n.provider_api_key is not null, case when n.source = 'MARKETPLACE' and not n.demo then n.account end
      into has_key, bought_with
      from calls c
      join phone_numbers n on n.tenant_id = c.tenant_id
       and n.e164 = case c.direction when 'INBOUND' then c."to" else c."from" end
     where c.tenant_id = tenant and c.id = call
     order by n.status = 'RELEASED', n.created_at desc
     limit 1;
    if not coalesce(has_key or bought_with = internal.platform_account(), false) then return; end if;
    if not is_verified
       and not exists (select from call_charges where tenant_id = tenant and call_id = call)
       and (select count(*) from call_charges
             where tenant_id = tenant and status = 'WAITING' and not verified) >= 200 then return; end if;
    -- What a verified call named, no other names anew.
    insert into call_charges as h (tenant_id, call_id, account, verified) values (tenant, call, told_account, is_verified)
    on conflict (tenant_id, call_id) do update
      set account = case when h.verified and not excluded.verified then coalesce(h.account, excluded.account)
                         else coalesce(excluded.account, h.account) end,
          verified = h.verified or excluded.verified
    returning h.status = 'WAITING', h.verified into waits, is_verified;
    if waits then
      perform internal.add_job('fetch-call-charge', json_build_object('tenantId', tenant, 'callId', call),
                               'charge ' || call, null, case when is_verified then 0 else 10 end);
    end if;
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
  create index recordings_number on recordings (number_id);
  -- Whether a webhook that is known to come from the carrier named the recording's id.
  alter table recordings add verified boolean not null default false;
  -- It was made only to understand one turn: nothing is wrong with its not being kept.
  alter table recordings add only_heard boolean not null default false;

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

  -- What nobody vouches for may name another's recording: that the carrier's webhook told of it, or its own sound.
  create function internal.erase_at_carrier() returns trigger
    language plpgsql set search_path = public, pg_temp as $$
  begin
    insert into recording_erasures (tenant_id, recording_id, call_id, status, carrier_id, account, number_id, reason,
                                    requested_at, next_attempt_at, settled_at)
    select tenant_id, id, call_id,
           case when problem is null then 'PENDING' else 'FAILED' end,
           case when problem is null then substr(source_key, 4) end,
           parent_auth_id, number_id, problem, now(),
           case when problem is null then now() end,
           case when problem is null then null else now() end
      from (select *, case
              when source_key not like 'id %' then 'Vobiz named no id for it.'
              when status <> 'KEPT' and not verified then
                'Nothing says that Vobiz told of it, and its sound was never here, so nothing is deleted there.'
            end as problem from gone) as told
    on conflict do nothing;
    if found then
      perform internal.add_job('delete-carrier-recordings', '{}', 'delete-carrier-recordings', null);
    end if;
    return null;
  end $$;
  create trigger erase_at_carrier after delete on recordings
    referencing old table as gone for each statement execute function internal.erase_at_carrier()`;

const LEFT_KEYS = `
  -- What accounts numbers were in that are gone, or whose key was taken away, while recordings are there or still to be
  -- deleted with them; it goes with the last of these.
  create table left_keys (
    tenant_id uuid not null,
    number_id uuid not null,
    provider_api_key bytea,
    key_account text,
    -- The platform's account that a number without a key was bought with.
    bought_with text,
    primary key (tenant_id, number_id)
  );
  -- A number that moved left recordings with other tenants, which only the platform sees.
  create function internal.leave_key() returns trigger language plpgsql set search_path = public, pg_temp as $$
  declare
    scope text := current_setting('app.platform', true);
  begin
    perform set_config('app.platform', 'on', true);
    insert into left_keys (tenant_id, number_id, provider_api_key, key_account, bought_with)
    select old.tenant_id, old.id, old.provider_api_key, old.key_account,
           case when old.source = 'MARKETPLACE' and not old.demo then old.account end
     where exists (select from recording_erasures e where e.number_id = old.id and e.status = 'PENDING')
        or exists (select from recordings r where r.number_id = old.id)
    on conflict (tenant_id, number_id) do update
      set provider_api_key = excluded.provider_api_key, key_account = excluded.key_account,
          bought_with = excluded.bought_with
      where excluded.provider_api_key is not null;
    perform set_config('app.platform', coalesce(scope, ''), true);
    return null;
  end $$;
  create trigger leave_key after delete on phone_numbers
    for each row when (old.provider_api_key is not null or old.account is not null)
    execute function internal.leave_key();
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
