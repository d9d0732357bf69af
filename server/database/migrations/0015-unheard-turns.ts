import { Migration } from '@mikro-orm/migrations';

/** Callers' turns that exist as a recording only, until they are transcribed. */
export class UnheardTurns extends Migration {
  override up(): void {
    this.addSql(UNHEARD_TURNS);
    this.addSql(`
      alter table pending_transcriptions enable row level security;
      alter table pending_transcriptions force row level security;
      create policy tenant_isolation on pending_transcriptions
        using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
        with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
    `);
  }
}

/** The address may be all that it takes to listen, so it is encrypted, and gone with the row once the words are known. */
const UNHEARD_TURNS = `
  create table pending_transcriptions (
    tenant_id uuid not null,
    id uuid not null,
    call_id uuid not null,
    -- The exchange's.
    number int not null,
    source_url bytea,
    account_id text,
    language text not null,
    since timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, call_id, number),
    foreign key (tenant_id, call_id, number) references exchanges on delete cascade
  );
  create index unheard_turns_since on pending_transcriptions (since);
`;
