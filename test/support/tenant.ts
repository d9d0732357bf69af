import { newTenantId, type TenantId } from '../../server/infra/ids.ts';
import type { TestDatabase } from './database.ts';

/** A business with a persona, straight in the database. */
export async function aTenant(
  { admin }: TestDatabase,
  tenant: { slug?: string; name?: string; status?: 'ACTIVE' | 'SUSPENDED' } = {},
): Promise<{ id: TenantId; slug: string; name: string }> {
  const id = newTenantId();
  const { slug = `t-${id.slice(0, 8)}`, name = 'Lotus Clinic', status = 'ACTIVE' } = tenant;
  await admin('insert into tenants (id, slug, name, status) values ($1, $2, $3, $4)', [
    id,
    slug,
    name,
    status,
  ]);
  await admin(
    `insert into persona_versions (tenant_id, version, agent_name, greeting, instructions, facts, language, no_speech_message)
     values ($1, 1, 'Asha', $2, 'Be kind.', 'We are open from 9 am to 5 pm.', 'en-IN', 'Nobody there. Goodbye.')`,
    [id, `Welcome to ${name}.`],
  );
  return { id, slug, name };
}
