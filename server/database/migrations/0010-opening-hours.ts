import { Migration } from '@mikro-orm/migrations';

/** When a business is open, and what its callers hear when it isn't. Personas that are there already state nothing. */
export class OpeningHours extends Migration {
  override up(): void {
    this.addSql(`
      alter table persona_versions
        -- As in tenants/opening-hours.ts; null where they aren't stated.
        add column hours jsonb check (jsonb_typeof(hours) = 'object'),
        add column outside_hours text not null default 'ANSWER'
          check (outside_hours in ('ANSWER', 'TAKE_MESSAGE', 'HANG_UP')),
        add column closed_greeting text not null default '',
        add check (outside_hours = 'ANSWER' or closed_greeting <> '');
    `);
  }
}
