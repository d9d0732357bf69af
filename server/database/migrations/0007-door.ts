import { Migration } from '@mikro-orm/migrations';

/** Keys in webhooks' addresses, and signatures that are spent once: the nonces of before say nothing of these. */
export class Door extends Migration {
  override up(): void {
    this.addSql(`
      alter table tenants add webhook_access text not null default 'OPEN'
        check (webhook_access in ('OPEN', 'KEYED'))`);
    this.addSql(`
      create table webhook_keys (
        tenant_id uuid not null references tenants on delete cascade,
        id uuid not null default gen_random_uuid(),
        hash bytea not null,
        sealed bytea,
        answered_until timestamptz,
        created_at timestamptz not null default now(),
        primary key (tenant_id, id)
      )`);
    this.addSql(`
      create unique index webhook_keys_current on webhook_keys (tenant_id) where answered_until is null`);
    this.addSql(`
      create table spent_signatures (
        tenant_id uuid not null references tenants on delete cascade,
        mac bytea not null,
        seen_at timestamptz not null default now(),
        primary key (tenant_id, mac)
      )`);
    this.addSql('create index spent_signatures_latest on spent_signatures (tenant_id, seen_at)');
    for (const table of ['webhook_keys', 'spent_signatures']) {
      this.addSql(`alter table ${table} enable row level security`);
      this.addSql(`alter table ${table} force row level security`);
      this.addSql(`create policy tenant_isolation on ${table}
        using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
        with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))`);
    }
    this.addSql(SPEND);
    this.addSql('drop table webhook_nonces');
    this.addSql(`update webhook_log set reason = 'REPLAYED_SIGNATURE' where reason = 'REPLAYED_NONCE'`);
    this.addSql('alter table webhook_refusals drop constraint webhook_refusals_why_check');
    this.addSql(`
      alter table webhook_refusals add constraint webhook_refusals_why_check
        check (why in ('signature', 'key', 'network', 'unverified'))`);
  }
}

/** One statement that names its tenant itself: it is committed by itself, whatever becomes of the webhook. */
const SPEND = `
  create function internal.spend_signatures(tenant uuid, macs bytea[], since timestamptz) returns boolean language plpgsql as $$
  declare
    fresh int;
  begin
    perform set_config('app.tenant_id', tenant::text, true), set_config('app.platform', 'off', true);
    insert into public.spent_signatures (tenant_id, mac) select tenant, unnest(macs) on conflict do nothing;
    get diagnostics fresh = row_count;
    return fresh = cardinality(macs)
      or (since is not null and not exists (
        select from public.spent_signatures where tenant_id = tenant and mac = any (macs) and seen_at < since));
  end $$`;
