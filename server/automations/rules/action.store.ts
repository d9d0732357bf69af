import { randomUUID } from 'node:crypto';
import { badInput } from '../../infra/app-error.ts';
import type { Tx } from '../../infra/database.ts';
import type { TenantId, UserId } from '../../infra/ids.ts';
import type { Secret, SecretPlace, Vault } from '../../infra/secrets.ts';
import { anyOf, json } from '../../infra/tables.ts';
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
  }: { tenantId: TenantId; id: string; actions: readonly Action[] },
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
  await tx.db
    .deleteFrom('automationActions')
    .where('tenantId', '=', tenantId)
    .where('automationId', '=', automationId)
    .where(({ eb, not }) => not(eb('id', '=', anyOf(kept))))
    .execute();
  for (const [position, { id = randomUUID(), spec, secret }] of actions.entries()) {
    const sealed = secret ? vault.seal(secret, secretOf(id)) : null;
    await tx.db
      .insertInto('automationActions')
      .values({
        tenantId,
        id,
        automationId,
        position,
        kind: spec.kind,
        spec: json(spec),
        secret: sealed,
        hasSecret: sealed !== null,
      })
      .onConflict((there) =>
        there.columns(['tenantId', 'id']).doUpdateSet((eb) => ({
          position: eb.ref('excluded.position'),
          spec: eb.ref('excluded.spec'),
          // Where none was given, the one that is stored stays.
          ...(secret !== undefined && {
            secret: eb.ref('excluded.secret'),
            hasSecret: eb.ref('excluded.hasSecret'),
          }),
        })),
      )
      .execute();
  }
}

/** Whether a tenant has this user, who may be disabled. */
export async function worksThere({ db }: Tx, tenantId: TenantId, userId: UserId): Promise<boolean> {
  const found = await db
    .selectFrom('users')
    .select('id')
    .where('tenantId', '=', tenantId)
    .where('id', '=', userId)
    .executeTakeFirst();
  return found !== undefined;
}

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
