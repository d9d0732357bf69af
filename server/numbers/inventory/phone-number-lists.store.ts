import type { Tx } from '../../infra/database.ts';
import type { TenantId } from '../../infra/ids.ts';
import type { E164 } from '../../infra/phone-number.ts';
import { type PhoneNumberRow, readNumbers, selectNumbers } from './phone-number.store.ts';

/** A tenant's numbers, those in use first. Of a number that was released more than once, the latest. */
export function listNumbers(tx: Tx, tenantId: TenantId): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.tenantId', '=', tenantId)
      .where((eb) =>
        eb.or([
          eb('n.status', '<>', 'RELEASED'),
          eb.not(
            eb.exists(
              eb
                .selectFrom('phoneNumbers as later')
                .select('later.id')
                .where('later.tenantId', '=', tenantId)
                .whereRef('later.e164', '=', 'n.e164')
                .whereRef('later.id', '<>', 'n.id')
                .where((of) =>
                  of.or([
                    of('later.status', '<>', 'RELEASED'),
                    of(of.refTuple('later.createdAt', 'later.id'), '>', of.refTuple('n.createdAt', 'n.id')),
                  ]),
                ),
            ),
          ),
        ]),
      )
      .orderBy((eb) => eb('n.status', '=', 'RELEASED'))
      .orderBy('n.createdAt')
      .orderBy('n.id'),
  );
}

/** Numbers that cost something each month, by their tenants' names. @param demo whether demo numbers or real ones */
export function listPaidFor(tx: Tx, demo: boolean): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .innerJoin('tenants as t', (on) => on.onRef('t.id', '=', 'n.tenantId').on('t.erasingSince', 'is', null))
      .where('n.source', '=', 'MARKETPLACE')
      .where('n.demo', '=', demo)
      .where('n.status', 'in', ['ACTIVE', 'PROVISIONING'])
      .orderBy('t.name')
      .orderBy('t.id')
      .orderBy('n.e164'),
  );
}

/** Demo numbers that were bought and not given back for good. */
export function listDemoNumbers(tx: Tx): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.demo', '=', true)
      .where('n.source', '=', 'MARKETPLACE')
      .where('n.status', '<>', 'RELEASED'),
  );
}

/** The real numbers that were bought with an account; locked against changes until the transaction ends. */
export function lockBoughtWith(tx: Tx, account: string): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.account', '=', account)
      .where('n.demo', '=', false)
      .where('n.source', '=', 'MARKETPLACE')
      .where('n.status', '<>', 'RELEASED')
      .forUpdate(),
  );
}

/** Numbers that Vobiz no longer lists as the platform's. */
export function listLost(tx: Tx): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.lostSince', 'is not', null)
      .where('n.status', '<>', 'RELEASED')
      .orderBy('n.e164'),
  );
}

/** A tenant's numbers of an account that answer calls by another application than the tenant's. */
export function listAttachedElsewhere(
  tx: Tx,
  { tenantId, account, applicationId }: { tenantId: TenantId; account: string; applicationId: string },
): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.tenantId', '=', tenantId)
      .where('n.account', '=', account)
      .where('n.status', '=', 'ACTIVE')
      .where('n.applicationId', '<>', applicationId),
  );
}

/** Numbers whose cooldown is over by our own clock: demo ones, and those of accounts that can't be asked any more. */
export function listCooledDown(tx: Tx, now: Date): Promise<PhoneNumberRow[]> {
  return readNumbers(
    selectNumbers(tx)
      .where('n.status', '=', 'RELEASING')
      .where('n.cooldownEndsAt', '<=', now)
      .where((eb) =>
        eb.or([
          eb('n.demo', '=', true),
          eb(
            'n.account',
            'is distinct from',
            eb.selectFrom('platformSettings').select('platformSettings.vobizAppId'),
          ),
        ]),
      ),
  );
}

/**
 * Every number that is a tenant's for certain. Not what tenants say to have brought along: the word of one
 * must not take a number off the market, or out of the super admins' sight.
 */
export async function numbersInUse({ db }: Tx): Promise<E164[]> {
  const rows = await db
    .selectFrom('phoneNumbers')
    .select('e164')
    .where('status', '<>', 'RELEASED')
    .where('isCertain', '=', true)
    .execute();
  return rows.map(({ e164 }) => e164);
}

/** @returns ids of bought numbers that don't answer calls yet */
export async function unwiredNumbers({ db }: Tx): Promise<string[]> {
  const rows = await db
    .selectFrom('phoneNumbers')
    .select('id')
    .where('status', '=', 'PROVISIONING')
    .where('source', '=', 'MARKETPLACE')
    .execute();
  return rows.map(({ id }) => id);
}

/** How many numbers a tenant has that cost money, and how many orders that aren't settled. */
export function countHeld({ db }: Tx, tenantId: TenantId): Promise<{ rented: number; ordered: number }> {
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('phoneNumbers')
        .select((of) => of.fn.countAll<number>().as('amount'))
        .where('tenantId', '=', tenantId)
        .where('source', '=', 'MARKETPLACE')
        .where('demo', '=', false)
        .where('status', '<>', 'RELEASED')
        .$asScalar()
        .$notNull()
        .as('rented'),
      eb
        .selectFrom('numberOrders')
        .select((of) => of.fn.countAll<number>().as('amount'))
        .where('tenantId', '=', tenantId)
        .where('status', 'in', ['PENDING', 'UNCERTAIN'])
        .$asScalar()
        .$notNull()
        .as('ordered'),
    ])
    .executeTakeFirstOrThrow();
}
