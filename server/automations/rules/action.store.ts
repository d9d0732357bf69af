import { randomUUID } from 'node:crypto';
import { badInput } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import type { Secret, SecretPlace, Vault } from '../../infra/secrets.ts';
import type { Action } from '../automation.ts';
import type { NewAction } from './actions-input.ts';

/** Where what an action's webhooks are signed with is stored. */
const secretOf = (actionId: string): SecretPlace => ({
  table: 'automation_actions',
  column: 'secret',
  row: actionId,
});

/**
 * Stores an automation's actions in place of those that it has.
 * @throws AppError BAD_USER_INPUT for an id that none of these has, or whose action does something else
 */
export async function replaceActions(
  tx: Tx,
  {
    tenantId,
    id: automationId,
    actions: before,
  }: { tenantId: string; id: string; actions: readonly Action[] },
  actions: readonly NewAction[],
  vault: Vault,
): Promise<void> {
  actions.forEach(({ id, spec }, index) => {
    const isTwice = actions.some((other, place) => place < index && other.id === id);
    const isKnown = before.some((known) => known.id === id && known.spec.kind === spec.kind);
    if (id !== undefined && (isTwice || !isKnown)) {
      throw badInput(`actions.${index}.id`, 'There is no such action in this automation.');
    }
  });
  const kept = actions.flatMap(({ id }) => id ?? []);
  await tx.query(
    'delete from automation_actions where tenant_id = $1 and automation_id = $2 and id <> all ($3)',
    [tenantId, automationId, kept],
  );
  for (const [position, { id = randomUUID(), spec, secret }] of actions.entries()) {
    await tx.query(WRITE, [
      tenantId,
      id,
      automationId,
      position,
      spec.kind,
      JSON.stringify(spec),
      secret ? vault.seal(secret, secretOf(id)) : null,
      Boolean(secret),
      secret === undefined,
    ]);
  }
}

/** $9: whether what is stored of the secret stays. */
const WRITE = `
  insert into automation_actions as stored (tenant_id, id, automation_id, position, kind, spec, secret, has_secret)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)
  on conflict (tenant_id, id) do update
    set position = excluded.position, spec = excluded.spec,
        secret = case when $9 then stored.secret else excluded.secret end,
        has_secret = case when $9 then stored.has_secret else excluded.has_secret end`;

/** What an action's webhooks are signed with. */
export type SigningKey = { state: 'none' } | { state: 'readable'; secret: Secret } | { state: 'unreadable' };

/** As stored in an action's row. A secret that can't be read isn't none: nothing may go out unsigned then. */
export function signingKey(
  { actionId, secret, hasSecret }: { actionId: string; secret: Buffer | null; hasSecret: boolean },
  vault: Vault,
): SigningKey {
  if (!hasSecret) return { state: 'none' };
  try {
    return secret
      ? { state: 'readable', secret: vault.open(secret, secretOf(actionId)) }
      : { state: 'unreadable' };
  } catch {
    return { state: 'unreadable' };
  }
}
