import { type ExpressionBuilder, sql } from 'kysely';
import type { Tx } from '../infra/database.ts';
import type { CallId, CustomerId, TenantId, UserId } from '../infra/ids.ts';
import { anyOf, type Tables } from '../infra/tables.ts';
import type { FollowUpReason, FollowUpStatus } from './follow-up.entity.ts';
import { FOLLOW_UP_ACTIVITY, type FollowUpNews } from './follow-up-activity.ts';
import { tellWhenDue } from './follow-up-due.job.ts';
import { kindOfChange, kindOfNew } from './follow-up-event-kind.ts';

/** A follow-up's row. */
export type FollowUpRow = {
  tenantId: TenantId;
  id: string;
  title: string;
  status: FollowUpStatus;
  reason: FollowUpReason;
  dueAt: Date | null;
  callId: CallId | null;
  customerId: CustomerId | null;
  assigneeId: UserId | null;
  said: string;
  notes: string;
  createdAt: Date;
  settledAt: Date | null;
  settledBy: UserId | null;
};

const SHOWN = [
  'tenantId',
  'id',
  'title',
  'status',
  'reason',
  'dueAt',
  'callId',
  'customerId',
  'assigneeId',
  'said',
  'notes',
  'createdAt',
  'settledAt',
  'settledBy',
] as const;

export type NewFollowUp = Pick<FollowUpRow, 'tenantId' | 'title' | 'reason' | 'callId' | 'customerId'> &
  Partial<Pick<FollowUpRow, 'dueAt' | 'assigneeId' | 'said' | 'notes'>> & {
    /** The same origin makes a tenant's follow-up only once, however often it is made, and whatever became of it. */
    origin: string | null;
    now: Date;
    /** The user who makes it by hand. */
    by?: UserId;
  };

/** @returns the new follow-up's id, or undefined where its origin had made it before */
export async function openFollowUp(tx: Tx, followUp: NewFollowUp): Promise<string | undefined> {
  const { tenantId, title, reason, origin, callId, customerId, now, by } = followUp;
  const { dueAt = null, assigneeId = null, said = '', notes = '' } = followUp;
  const wanted = { tenantId, title, reason, origin, dueAt, callId, customerId, assigneeId, said, notes };
  const opened = await tx.db
    .insertInto('followUps')
    .values({ ...wanted, createdAt: now })
    .onConflict((there) => there.columns(['tenantId', 'origin']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!opened) return undefined;
  const { id } = opened;
  await announce(tx, { kind: kindOfNew(followUp), tenantId, followUpId: id, by });
  await tellWhenDue(tx, { tenantId, id, status: 'OPEN', dueAt }, now);
  return id;
}

export async function announce(tx: Tx, news: FollowUpNews): Promise<void> {
  await tx.notify(FOLLOW_UP_ACTIVITY, JSON.stringify(news));
}

/** What is open by when it is due, then what is settled, the newest first. Without a status, both. */
export async function listFollowUps(
  tx: Tx,
  tenantId: TenantId,
  { status, limit }: { status: FollowUpStatus | undefined; limit: number },
): Promise<FollowUpRow[]> {
  const open = status === undefined || status === 'OPEN' ? await listOpen(tx, tenantId, limit) : [];
  const left = limit - open.length;
  const settled = status === 'OPEN' || left === 0 ? [] : await listSettled(tx, tenantId, status, left);
  return [...open, ...settled];
}

function listOpen({ db }: Tx, tenantId: TenantId, limit: number): Promise<FollowUpRow[]> {
  return db
    .selectFrom('followUps')
    .select(SHOWN)
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'OPEN')
    .orderBy('dueAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

function listSettled(
  { db }: Tx,
  tenantId: TenantId,
  status: FollowUpStatus | undefined,
  limit: number,
): Promise<FollowUpRow[]> {
  return db
    .selectFrom('followUps')
    .select(SHOWN)
    .where('tenantId', '=', tenantId)
    .where('status', '!=', 'OPEN')
    .where(({ eb, lit }) => (status === undefined ? lit(true) : eb('status', '=', status)))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Follow-ups of one call or customer that are shown at once. */
const MOST_OF_ONE = 50;

/** Of calls, or of customers: for each, what is open by when it is due, then what is settled, the newest first. */
export async function findFollowUpsOf(
  { db }: Tx,
  whose: 'call' | 'customer',
  owners: readonly { tenantId: TenantId; id: CallId | CustomerId }[],
): Promise<FollowUpRow[][]> {
  const tenantIds = owners.map(({ tenantId }) => tenantId);
  const ids = owners.map(({ id }) => id);
  const places = sql<Owner>`unnest(${tenantIds}::uuid[], ${ids}::uuid[]) with ordinality`;
  const rows = await db
    .selectFrom(places.as<'owner'>(sql`owner (tenant_id, id, place)`))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('followUps')
          .select([...SHOWN, (each) => rankOf(each).as('rank')])
          .whereRef('followUps.tenantId', '=', 'owner.tenantId')
          .whereRef(`followUps.${whose}Id`, '=', 'owner.id')
          .orderBy('rank')
          .limit(MOST_OF_ONE)
          .as('f'),
      (on) => on.onTrue(),
    )
    .selectAll('f')
    .select('owner.place')
    .orderBy('owner.place')
    .orderBy('f.rank')
    .execute();
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return owners.map((_, index) => (byPlace.get(index + 1) ?? []).map(({ place, rank, ...row }) => row));
}

/** `place` counts from 1. */
type Owner = { tenantId: TenantId; id: CallId | CustomerId; place: number };

/** What is open by when it is due, then what is settled, the newest first. */
const rankOf = ({ fn, eb, ref }: ExpressionBuilder<Tables, 'followUps'>) => {
  const isOpen = eb('followUps.status', '=', 'OPEN');
  const due = eb.case().when(isOpen).then(ref('followUps.dueAt')).end();
  const settled = eb.case().when(isOpen).then(null).else(ref('followUps.createdAt')).end();
  return fn
    .agg<number>('row_number')
    .over((window) =>
      window.orderBy(isOpen, 'desc').orderBy(due).orderBy(settled, 'desc').orderBy('followUps.id'),
    );
};

/** @param options.andLock so that no other transaction changes it before this one ends */
export function findFollowUp(
  { db }: Tx,
  id: string,
  { andLock = false }: { andLock?: boolean } = {},
): Promise<FollowUpRow | undefined> {
  const found = db.selectFrom('followUps').select(SHOWN).where('id', '=', id);
  return (andLock ? found.forNoKeyUpdate() : found).executeTakeFirst();
}

/** Writes what a user has changed. */
export async function writeFollowUp(
  tx: Tx,
  before: FollowUpRow,
  after: FollowUpRow,
  { by, now }: { by: UserId; now: Date },
): Promise<void> {
  const { tenantId, id, status, dueAt, assigneeId, notes, settledAt, settledBy } = after;
  await tx.db
    .updateTable('followUps')
    .set({ status, dueAt, assigneeId, notes, settledAt, settledBy })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
  await announce(tx, { kind: kindOfChange(before, after), tenantId, followUpId: id, by });
  await tellWhenDue(tx, after, now);
}

/**
 * Adds what a caller said to the last of these origins' follow-ups, unless it is settled or says so already.
 * @returns its id, or undefined where nothing was added
 */
export async function addSaid(
  { db }: Tx,
  tenantId: TenantId,
  { origins, said }: { origins: readonly string[]; said: string },
): Promise<string | undefined> {
  const added = await db
    .updateTable('followUps')
    .set(({ ref }) => ({
      said: sql<string>`concat_ws(${'\n'}, nullif(${ref('said')}, ''), ${said}::text)`,
    }))
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'OPEN')
    .where(({ eb, fn, val }) => eb(fn<number>('strpos', ['said', val(said)]), '=', 0))
    .where('origin', '=', ({ selectFrom }) =>
      selectFrom('followUps as f')
        .select(({ fn }) => fn.max('f.origin').as('origin'))
        .where('f.tenantId', '=', tenantId)
        .where('f.origin', '=', anyOf(origins)),
    )
    .returning('id')
    .executeTakeFirst();
  return added?.id;
}
