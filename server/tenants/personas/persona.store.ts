import type { Viewer } from '../../auth/access.ts';
import { at, type Tx } from '../../infra/database.ts';
import type { PersonaText } from './persona-input.ts';

export type PersonaRow = PersonaText & { tenantId: string; version: number };

/** A persona as it once was, or is. */
export type PersonaVersionRow = PersonaRow & { author: string | null; createdAt: Date; isCurrent: boolean };

const PERSONA = `p.tenant_id as "tenantId", p.version, p.agent_name as "agentName", p.greeting, p.instructions, p.facts,
  p.language, p.no_speech_message as "noSpeechMessage", p.hours, p.outside_hours as "outsideHours",
  p.closed_greeting as "closedGreeting"`;
const CURRENT = `persona_versions p join tenants t on t.id = p.tenant_id and t.persona_version = p.version`;

export async function findPersonas(tx: Tx, tenantIds: readonly string[]): Promise<PersonaRow[]> {
  return tx.query<PersonaRow>(`select ${PERSONA} from ${CURRENT} where p.tenant_id = any($1)`, [tenantIds]);
}

/** The persona that answers now, with nobody else changing it before the transaction ends. */
export async function lockPersona(tx: Tx, tenantId: string): Promise<PersonaRow | undefined> {
  // The lock comes first: a join would read the version as it was before whoever held the lock.
  await tx.query('select from tenants where id = $1 for no key update', [tenantId]);
  return tx.one<PersonaRow>(
    `select ${PERSONA} from ${CURRENT} where p.tenant_id = $1 and t.erasing_since is null`,
    [tenantId],
  );
}

export async function findPersonaVersion(
  tx: Tx,
  tenantId: string,
  version: number,
): Promise<PersonaRow | undefined> {
  return tx.one<PersonaRow>(
    `select ${PERSONA} from persona_versions p where p.tenant_id = $1 and p.version = $2`,
    [tenantId, version],
  );
}

/** Newest first. */
export async function listPersonaVersions(
  tx: Tx,
  tenantId: string,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<PersonaVersionRow[]> {
  const rows = await tx.query<Omit<PersonaVersionRow, 'createdAt'> & { createdAt: string }>(
    `select ${PERSONA}, p.author_name as author, p.created_at as "createdAt", p.version = t.persona_version as "isCurrent"
       from persona_versions p join tenants t on t.id = p.tenant_id
      where p.tenant_id = $1 and ($2::int is null or p.version < $2)
      order by p.version desc limit $3`,
    [tenantId, before ?? null, limit],
  );
  return rows.map((row) => ({ ...row, createdAt: at(row.createdAt) }));
}

/** Stores a version, and has it answer from now on. */
export async function insertPersona(
  tx: Tx,
  tenantId: string,
  persona: PersonaText & { version: number },
  author: Viewer,
): Promise<void> {
  await tx.query(
    `with version as (
       insert into persona_versions (tenant_id, version, agent_name, greeting, instructions, facts, language,
                                     no_speech_message, author_id, author_name, hours, outside_hours, closed_greeting)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::jsonb, $12, $13)
     )
     update tenants set persona_version = $2 where id = $1`,
    [
      tenantId,
      persona.version,
      persona.agentName,
      persona.greeting,
      persona.instructions,
      persona.facts,
      persona.language,
      persona.noSpeechMessage,
      author.userId,
      author.name,
      persona.hours && JSON.stringify(persona.hours),
      persona.outsideHours,
      persona.closedGreeting,
    ],
  );
}
