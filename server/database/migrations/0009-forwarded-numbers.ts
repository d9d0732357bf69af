import { Migration } from '@mikro-orm/migrations';

/** The number that a business kept, and whose calls it forwards here: it shows up as the caller of all of them. */
export class ForwardedNumbers extends Migration {
  override up(): void {
    this.addSql('alter table phone_numbers add forwarded_from text');
  }
}
