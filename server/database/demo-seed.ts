import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../infra/database.ts';
import { demoTenant } from './demo-tenant.ts';

export type NewPassword = { text: string; wasGenerated: boolean };

/** Somebody who can sign in for the first time, and with what. */
export type FirstSignIn = { email: string; password: NewPassword };

type Hash = (password: string) => Promise<string>;

/** Any text: instances that start at once on an empty database take turns. */
const LOCK = 'first start';

/** Makes the first super admin while there is none. @returns how to sign in, the only time that it can be told */
export async function ensureSuperAdmin(
  database: Database,
  email: string,
  password: () => NewPassword,
  hash: Hash,
): Promise<FirstSignIn | undefined> {
  return database.asPlatform(
    async (tx) => {
      if (await tx.one(`select from users where role = 'SUPER_ADMIN' limit 1`)) return undefined;
      const chosen = password();
      await insertUser(
        tx,
        { tenantId: null, email, name: 'Administrator', role: 'SUPER_ADMIN' },
        await hash(chosen.text),
      );
      return { email, password: chosen };
    },
    { lock: LOCK },
  );
}

/** Makes the demo tenant in a database without tenants. @returns how its admin signs in, the only time that it can be told */
export async function ensureDemoTenant(
  database: Database,
  password: () => NewPassword,
  hash: Hash,
): Promise<FirstSignIn | undefined> {
  return database.asPlatform(
    async (tx) => {
      if (await tx.one('select from tenants limit 1')) return undefined;
      const { persona, admin, number, ...tenant } = demoTenant;
      const id = randomUUID();
      const chosen = password();
      await tx.query('insert into tenants (id, slug, name) values ($1, $2, $3)', [
        id,
        tenant.slug,
        tenant.name,
      ]);
      await tx.query(
        `insert into persona_versions
           (tenant_id, version, agent_name, greeting, instructions, facts, language, no_speech_message)
         values ($1, 1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          persona.agentName,
          persona.greeting,
          persona.instructions,
          persona.facts,
          persona.language,
          persona.noSpeechMessage,
        ],
      );
      await tx.query(
        `insert into phone_numbers (tenant_id, e164, label, status, demo) values ($1, $2, 'Reception', 'ACTIVE', true)`,
        [id, number],
      );
      await insertUser(tx, { tenantId: id, ...admin, role: 'TENANT_ADMIN' }, await hash(chosen.text));
      return { email: admin.email, password: chosen };
    },
    { lock: LOCK },
  );
}

async function insertUser(
  tx: Tx,
  user: { tenantId: string | null; email: string; name: string; role: string },
  passwordHash: string,
): Promise<void> {
  await tx.query(
    'insert into users (id, tenant_id, email, name, role, password_hash) values ($1, $2, $3, $4, $5, $6)',
    [randomUUID(), user.tenantId, user.email, user.name, user.role, passwordHash],
  );
}
