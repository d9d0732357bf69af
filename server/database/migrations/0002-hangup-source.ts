import { Migration } from '@mikro-orm/migrations';

/** Who hung up, as Vobiz says in VobizXML; calls from before, and the setup guide's dialect, have none. */
export class HangupSource extends Migration {
  override up(): void {
    this.addSql('alter table calls add hangup_source text');
  }
}
