import { Migration } from '@mikro-orm/migrations';

/** Webhooks that led nowhere, for the setup guide: the latest of each kind, so that nobody can fill a disk with them. */
export class Setup extends Migration {
  override up(): void {
    this.addSql(`
      create table webhook_refusals (
        tenant_id uuid not null references tenants on delete cascade,
        why text not null check (why in ('signature')),
        at timestamptz not null,
        primary key (tenant_id, why)
      );
      alter table webhook_refusals enable row level security;
      alter table webhook_refusals force row level security;
      create policy tenant_isolation on webhook_refusals
        using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
        with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));

      create table unknown_slugs (
        slug text primary key check (length(slug) <= 100),
        at timestamptz not null
      );
      create index unknown_slugs_latest on unknown_slugs (at desc);
      alter table unknown_slugs enable row level security;
      alter table unknown_slugs force row level security;
      create policy platform_only on unknown_slugs
        using ((select internal.is_platform())) with check ((select internal.is_platform()));

      -- Whoever answers calls remembers which numbers were given up; the channel is tenant-directory.ts's.
      create function internal.tell_of_number() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
      begin
        perform pg_notify('tenant_changed', new.tenant_id::text);
        return null;
      end $$;
      create trigger tell_of_number after update of status, tenant_id on phone_numbers
        for each row execute function internal.tell_of_number();
    `);
  }
}
