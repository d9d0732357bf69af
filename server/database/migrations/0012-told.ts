import { Migration } from '@mikro-orm/migrations';

/** What a model was told for each reply. */
export class Told extends Migration {
  override up(): void {
    this.addSql(TOLD);
    for (const table of ['prompt_log_parts', 'prompt_log_entries']) {
      this.addSql(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy tenant_isolation on ${table}
          using (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()))
          with check (tenant_id = (select internal.tenant_id()) or (select internal.is_platform()));
      `);
    }
  }
}

/**
 * Paragraphs are kept once for each call: from turn to turn, only the time changes. They hold what is known of the
 * caller, so they are forgotten with the call's words: replies with their exchange, paragraphs in purge-words.ts.
 */
const TOLD = `
  create table prompt_log_parts (
    tenant_id uuid not null,
    call_id uuid not null,
    -- The first half of the text's SHA-256.
    id uuid not null,
    text text not null,
    primary key (tenant_id, call_id, id),
    foreign key (tenant_id, call_id) references calls on delete cascade
  );

  create table prompt_log_entries (
    tenant_id uuid not null,
    call_id uuid not null,
    -- The exchange's: the caller's turns, from 1.
    number int not null,
    -- Null for the scripted receptionist.
    model text,
    -- What the instructions were made of, in their order, an empty line between each and the next.
    parts uuid[] not null,
    -- The lines of the transcript that were sent along.
    first_line int not null,
    last_line int not null,
    -- What stood for the lines before the first.
    earlier text,
    primary key (tenant_id, call_id, number),
    foreign key (tenant_id, call_id, number) references exchanges on delete cascade
  );
`;
