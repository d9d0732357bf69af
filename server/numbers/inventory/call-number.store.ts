import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';

/** Calls `c`, each with the tenant's own number in it, `n`, where that is known here. */
export const callsWithNumber = ({ db }: Pick<Tx, 'db'>) =>
  db.selectFrom('calls as c').leftJoinLateral(
    (eb) =>
      eb
        .selectFrom('phoneNumbers as p')
        .select(['p.id', 'p.providerApiKey', 'p.keyAccount', 'p.account'])
        .whereRef('p.tenantId', '=', 'c.tenantId')
        .where('p.e164', '=', ({ ref }) =>
          eb.case('c.direction').when('INBOUND').then(ref('c.to')).else(ref('c.from')).end(),
        )
        .orderBy((number) => number('p.status', '=', 'RELEASED'))
        .orderBy('p.createdAt', 'desc')
        .limit(1)
        .as('n'),
    (on) => on.onTrue(),
  );

/** The number that a call was for, and its key. */
export type CallNumber = {
  /** Whether the call is known to come from the carrier. */
  verified: boolean;
  numberId: string | null;
  sealedKey: Buffer | null;
  /** The account at Vobiz that its key belongs to, where that is known. */
  keyAccount: string | null;
  /** The account of the platform's that it was bought with; null for one that the tenant brought along. */
  boughtWith: string | null;
};

/** What of those is a `CallNumber`. */
export const CALL_NUMBER = [
  'c.verified',
  'n.id as numberId',
  'n.providerApiKey as sealedKey',
  'n.keyAccount',
  'n.account as boughtWith',
] as const;

export function findCallNumber(
  tx: Tx,
  { tenantId, callId }: { tenantId: TenantId; callId: CallId },
): Promise<CallNumber | undefined> {
  return callsWithNumber(tx)
    .select(CALL_NUMBER)
    .where('c.tenantId', '=', tenantId)
    .where('c.id', '=', callId)
    .executeTakeFirst();
}
