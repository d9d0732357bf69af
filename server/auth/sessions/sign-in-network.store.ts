import type { Tx } from '../../infra/database.ts';
import type { UserId } from '../../infra/ids.ts';
import { anyOf } from '../../infra/tables.ts';

/** Networks that are remembered of one user, those used last. */
const MOST_NETWORKS = 20;

/** @returns those of the users who have signed in from this network lately */
export async function usersKnownAt(
  { db }: Tx,
  network: string,
  userIds: readonly UserId[],
): Promise<ReadonlySet<UserId>> {
  const known = await db
    .selectFrom('signInNetworks')
    .select('userId')
    .where('network', '=', network)
    .where('userId', '=', anyOf(userIds))
    .execute();
  return new Set(known.map(({ userId }) => userId));
}

/** A user has signed in from a network; of more than are remembered, the one used longest ago is forgotten. */
export async function rememberNetwork(
  { db }: Tx,
  { userId, network, now }: { userId: UserId; network: string; now: Date },
): Promise<void> {
  await db
    .insertInto('signInNetworks')
    .values({ userId, network, lastUsedAt: now })
    .onConflict((there) => there.columns(['userId', 'network']).doUpdateSet({ lastUsedAt: now }))
    .execute();
  await db
    .deleteFrom('signInNetworks')
    .where('userId', '=', userId)
    .where('network', 'in', (eb) =>
      eb
        .selectFrom('signInNetworks as old')
        .select('old.network')
        .where('old.userId', '=', userId)
        .orderBy('old.lastUsedAt', 'desc')
        .orderBy('old.network')
        .offset(MOST_NETWORKS),
    )
    .execute();
}

/** Forgets the networks that were last used before a day. */
export async function deleteOldNetworks({ db }: Tx, before: Date): Promise<void> {
  await db.deleteFrom('signInNetworks').where('lastUsedAt', '<', before).execute();
}
