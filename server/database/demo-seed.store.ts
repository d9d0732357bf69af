import type { NewUser } from '../auth/users/user.store.ts';
import type { Tx } from '../infra/database.ts';
import type { TenantId } from '../infra/ids.ts';
import type { E164 } from '../infra/phone-number.ts';
import type { PersonaText } from '../tenants/personas/persona-input.ts';

export async function hasSuperAdmin({ db }: Tx): Promise<boolean> {
  const users = db.selectFrom('users').select('id').where('role', '=', 'SUPER_ADMIN').limit(1);
  return (await users.executeTakeFirst()) !== undefined;
}

export async function hasTenants({ db }: Tx): Promise<boolean> {
  return (await db.selectFrom('tenants').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** @throws where another user has the e-mail address already: the password shown to the operator would not be theirs */
export async function insertFirstUser(
  { db }: Tx,
  {
    id,
    tenantId,
    email,
    name,
    role,
    passwordHash,
  }: Omit<NewUser, 'mustChangePassword' | 'createdByPlatform'>,
): Promise<void> {
  await db.insertInto('users').values({ id, tenantId, email, name, role, passwordHash }).execute();
}

export type DemoPersona = Pick<
  PersonaText,
  'agentName' | 'greeting' | 'instructions' | 'facts' | 'language' | 'noSpeechMessage'
>;

/** A tenant that can be called at once, on a demo number. */
export async function insertDemoTenant(
  { db }: Tx,
  {
    id,
    slug,
    name,
    persona,
    number,
  }: { id: TenantId; slug: string; name: string; persona: DemoPersona; number: E164 },
): Promise<void> {
  await db.insertInto('tenants').values({ id, slug, name }).execute();
  const { agentName, greeting, instructions, facts, language, noSpeechMessage } = persona;
  await db
    .insertInto('personaVersions')
    .values({ tenantId: id, version: 1, agentName, greeting, instructions, facts, language, noSpeechMessage })
    .execute();
  await db
    .insertInto('phoneNumbers')
    .values({ tenantId: id, e164: number, label: 'Reception', status: 'ACTIVE', demo: true, isCertain: true })
    .execute();
}
