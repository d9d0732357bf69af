import { Migration } from '@mikro-orm/migrations';

/** How far the recording of a caller's turn has come, and the voice in which a persona speaks. */
export class TurnsAndVoices extends Migration {
  override up(): void {
    this.addSql(`alter table calls add recorded_turn int, add recorded_since timestamptz`);
    this.addSql(`alter table exchanges add lacks_sound boolean not null default false`);
    this.addSql(`
      alter table persona_versions
        add voice text not null default 'WOMAN' check (voice in ('WOMAN', 'MAN')),
        add voice_language text`);
  }
}
