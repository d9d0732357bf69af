import { Migration } from '@mikro-orm/migrations';

/** Calls of before count as unverified: nothing says how their webhooks were known. */
export class VerifiedCalls extends Migration {
  override up(): void {
    this.addSql('alter table calls add verified boolean not null default false');
  }
}
