import { Migration } from '@mikro-orm/migrations';

/**
 * What sign-in goes by: one way to compare e-mail addresses, where a session came from and when its user last gave a
 * code, the networks that a user has signed in from, and whether super admins need a second factor. An e-mail address
 * is one user's in each tenant, and a number that a tenant brings along is a claim of that tenant alone: what another
 * tenant has neither shows nor stands in the way.
 */
export class People extends Migration {
  override up(): void {
    // Compatibility forms (full-width letters, ſ, the Kelvin sign) are the letters that they stand for, the dot that İ
    // keeps over its small letter is dropped, and only ASCII has cases: the same on every server, whatever its locale.
    this.addSql(`create function internal.email_key(email text) returns text
      language sql immutable strict parallel safe
      return lower(btrim(normalize(replace(normalize(email, NFKD), U&'\\0307', ''), NFC), E' \\t\\n\\r\\f\\v') collate "C")`);
    this.addSql('drop index users_email');
    this.addSql(
      'create unique index users_email on users (internal.email_key(email), tenant_id) nulls not distinct',
    );

    // Until now no address could be two users', whoever made them: those that are there stay taken.
    this.addSql('alter table users add created_by_platform boolean not null default true');

    this.addSql(
      'alter table sessions add address text, add user_agent text, add second_factor_at timestamptz',
    );
    this.addSql(`create table sign_in_networks (
      user_id uuid not null references users on delete cascade,
      network text not null,
      last_used_at timestamptz not null,
      primary key (user_id, network)
    )`);
    this.addSql('alter table sign_in_networks enable row level security');
    this.addSql('alter table sign_in_networks force row level security');
    this.addSql(`create policy platform_only on sign_in_networks
      using ((select internal.is_platform())) with check ((select internal.is_platform()))`);

    this.addSql('alter table platform_settings add require_second_factor boolean not null default false');

    this.addSql('drop index phone_numbers_in_use');
    this.addSql(
      `create unique index phone_numbers_claimed on phone_numbers (e164, tenant_id) where status <> 'RELEASED'`,
    );
    // Until now no number could be two tenants': those that are there are taken for certain.
    this.addSql('alter table phone_numbers add is_certain boolean not null default true');
    this.addSql('alter table phone_numbers alter is_certain set default false');
    this.addSql(
      `create unique index phone_numbers_certain on phone_numbers (e164) where status <> 'RELEASED' and is_certain`,
    );
  }
}
