import { sql } from 'kysely';
import type { Viewer } from '../../auth/access.ts';
import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import { anyOf, json } from '../../infra/tables.ts';
import type { PersonaText } from './persona-input.ts';

export type PersonaRow = PersonaText & { tenantId: TenantId; version: number };

/** A persona as it once was, or is. */
export type PersonaVersionRow = PersonaRow & { author: string | null; createdAt: Date; isCurrent: boolean };

const SHOWN = [
  'p.tenantId',
  'p.version',
  'p.agentName',
  'p.greeting',
  'p.instructions',
  'p.facts',
  'p.language',
  'p.noSpeechMessage',
  'p.hours',
  'p.outsideHours',
  'p.closedGreeting',
  'p.voice',
  'p.voiceLanguage',
] as const;

/** The personas that answer now. */
const current = ({ db }: Tx) =>
  db
    .selectFrom('personaVersions as p')
    .innerJoin('tenants as t', (on) =>
      on.onRef('t.id', '=', 'p.tenantId').onRef('t.personaVersion', '=', 'p.version'),
    )
    .select(SHOWN);

/** @returns the personas that answer for these tenants now, in any order */
export function findPersonas(tx: Tx, tenantIds: readonly TenantId[]): Promise<PersonaRow[]> {
  return current(tx).where('p.tenantId', '=', anyOf(tenantIds)).execute();
}

/** The persona that answers now, locked: no other transaction changes it before this one ends. */
export async function lockPersona(tx: Tx, tenantId: TenantId): Promise<PersonaRow | undefined> {
  // The lock comes first: a join would read the version as it was before the transaction that held the lock.
  await tx.db.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
  return current(tx)
    .where('p.tenantId', '=', tenantId)
    .where('t.erasingSince', 'is', null)
    .executeTakeFirst();
}

export function findPersonaVersion(
  { db }: Tx,
  tenantId: TenantId,
  version: number,
): Promise<PersonaRow | undefined> {
  return db
    .selectFrom('personaVersions as p')
    .select(SHOWN)
    .where('p.tenantId', '=', tenantId)
    .where('p.version', '=', version)
    .executeTakeFirst();
}

/** Newest first. */
export function listPersonaVersions(
  { db }: Tx,
  tenantId: TenantId,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<PersonaVersionRow[]> {
  const versions = db
    .selectFrom('personaVersions as p')
    .innerJoin('tenants as t', 't.id', 'p.tenantId')
    .select([...SHOWN, 'p.authorName as author', 'p.createdAt'])
    .select((eb) => sql<boolean>`${eb.ref('p.version')} = ${eb.ref('t.personaVersion')}`.as('isCurrent'))
    .where('p.tenantId', '=', tenantId);
  return (before === undefined ? versions : versions.where('p.version', '<', before))
    .orderBy('p.version', 'desc')
    .limit(limit)
    .execute();
}

/** Stores a version, and has it answer from now on. */
export async function insertPersona(
  { db }: Tx,
  tenantId: TenantId,
  persona: PersonaText & { version: number },
  author: Viewer,
): Promise<void> {
  const { version, agentName, greeting, instructions, facts, language, noSpeechMessage, hours } = persona;
  const { outsideHours, closedGreeting, voice, voiceLanguage } = persona;
  await db
    .with('version', (of) =>
      of.insertInto('personaVersions').values({
        tenantId,
        version,
        agentName,
        greeting,
        instructions,
        facts,
        language,
        noSpeechMessage,
        authorId: author.userId,
        authorName: author.name,
        hours: hours && json(hours),
        outsideHours,
        closedGreeting,
        voice,
        voiceLanguage,
      }),
    )
    .updateTable('tenants')
    .set({ personaVersion: version })
    .where('id', '=', tenantId)
    .execute();
}
