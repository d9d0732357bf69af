import { at, type Tx } from '../infra/database.ts';
import type { FollowUpReason, FollowUpStatus } from './follow-up.entity.ts';
import { FOLLOW_UP_ACTIVITY, type FollowUpNews } from './follow-up-activity.ts';
import { tellWhenDue } from './follow-up-due.job.ts';
import { kindOfChange, kindOfNew } from './follow-up-event-kind.ts';

/** A follow-up's row. */
export type FollowUpRow = {
  tenantId: string;
  id: string;
  title: string;
  status: FollowUpStatus;
  reason: FollowUpReason;
  dueAt: Date | null;
  callId: string | null;
  customerId: string | null;
  assigneeId: string | null;
  said: string;
  notes: string;
  createdAt: Date;
  settledAt: Date | null;
  settledBy: string | null;
};

type Instant = 'dueAt' | 'createdAt' | 'settledAt';
type Raw = Omit<FollowUpRow, Instant> & { dueAt: string | null; createdAt: string; settledAt: string | null };

const FOLLOW_UP = `f.tenant_id as "tenantId", f.id, f.title, f.status, f.reason, f.due_at as "dueAt", f.call_id as "callId",
  f.customer_id as "customerId", f.assignee_id as "assigneeId", f.said, f.notes, f.created_at as "createdAt",
  f.settled_at as "settledAt", f.settled_by as "settledBy"`;

const instant = (text: string | null) => (text === null ? null : at(text));
const read = (row: Raw): FollowUpRow => ({
  ...row,
  dueAt: instant(row.dueAt),
  createdAt: at(row.createdAt),
  settledAt: instant(row.settledAt),
});

export type NewFollowUp = Pick<FollowUpRow, 'tenantId' | 'title' | 'reason' | 'callId' | 'customerId'> &
  Partial<Pick<FollowUpRow, 'dueAt' | 'assigneeId' | 'said' | 'notes'>> & {
    /** The same origin makes a tenant's follow-up only once, however often it is made, and whatever became of it. */
    origin: string | null;
    now: Date;
    /** The user who makes it by hand. */
    by?: string;
  };

/** @returns the new follow-up's id, or undefined where its origin had made it before */
export async function openFollowUp(tx: Tx, followUp: NewFollowUp): Promise<string | undefined> {
  const row = await tx.one<{ id: string }>(
    `insert into follow_ups (tenant_id, title, reason, origin, due_at, call_id, customer_id, assignee_id, said, notes, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (tenant_id, origin) do nothing returning id`,
    [
      followUp.tenantId,
      followUp.title,
      followUp.reason,
      followUp.origin,
      followUp.dueAt ?? null,
      followUp.callId,
      followUp.customerId,
      followUp.assigneeId ?? null,
      followUp.said ?? '',
      followUp.notes ?? '',
      followUp.now,
    ],
  );
  if (!row) return undefined;
  const { tenantId, by, dueAt = null, now } = followUp;
  await announce(tx, { kind: kindOfNew(followUp), tenantId, followUpId: row.id, by });
  await tellWhenDue(tx, { tenantId, id: row.id, status: 'OPEN', dueAt }, now);
  return row.id;
}

export async function announce(tx: Tx, news: FollowUpNews): Promise<void> {
  await tx.notify(FOLLOW_UP_ACTIVITY, JSON.stringify(news));
}

/** What is open by when it is due, then what is settled, the newest first. Without a status, both. */
export async function listFollowUps(
  tx: Tx,
  tenantId: string,
  { status, limit }: { status: FollowUpStatus | undefined; limit: number },
): Promise<FollowUpRow[]> {
  const open = status === undefined || status === 'OPEN' ? await tx.query<Raw>(OPEN, [tenantId, limit]) : [];
  const left = limit - open.length;
  const settled =
    status === 'OPEN' || left === 0 ? [] : await tx.query<Raw>(SETTLED, [tenantId, left, status ?? null]);
  return [...open, ...settled].map(read);
}

const OPEN = `
  select ${FOLLOW_UP} from follow_ups f where f.tenant_id = $1 and f.status = 'OPEN'
   order by f.due_at, f.id limit $2`;
const SETTLED = `
  select ${FOLLOW_UP} from follow_ups f
   where f.tenant_id = $1 and f.status <> 'OPEN' and f.status = coalesce($3, f.status)
   order by f.created_at desc, f.id desc limit $2`;

/** Follow-ups of one call or customer that are shown at once. */
const MOST_OF_ONE = 50;

/** Of calls, or of customers: for each, what is open by when it is due, then what is settled, the newest first. */
export async function findFollowUpsOf(
  tx: Tx,
  whose: 'call' | 'customer',
  owners: readonly { tenantId: string; id: string }[],
): Promise<FollowUpRow[][]> {
  const rows = await tx.query<Raw & { place: number }>(followUpsOf(whose), [
    owners.map(({ tenantId }) => tenantId),
    owners.map(({ id }) => id),
    MOST_OF_ONE,
  ]);
  const byPlace = Map.groupBy(rows, ({ place }) => place);
  return owners.map((_, index) => (byPlace.get(index + 1) ?? []).map(({ place, ...row }) => read(row)));
}

const followUpsOf = (whose: 'call' | 'customer') => `
  select owner.place::int, f.*
    from unnest($1::uuid[], $2::uuid[]) with ordinality owner (tenant_id, id, place)
    cross join lateral (
      select ${FOLLOW_UP} from follow_ups f
       where f.tenant_id = owner.tenant_id and f.${whose}_id = owner.id
       order by f.status <> 'OPEN', case f.status when 'OPEN' then f.due_at end,
                case f.status when 'OPEN' then null else f.created_at end desc, f.id
       limit $3) f
   order by owner.place, f.status <> 'OPEN', case f.status when 'OPEN' then f."dueAt" end,
            case f.status when 'OPEN' then null else f."createdAt" end desc, f.id`;

/** @param options.andLock so that nobody else changes it before the transaction ends */
export async function findFollowUp(
  tx: Tx,
  id: string,
  { andLock = false }: { andLock?: boolean } = {},
): Promise<FollowUpRow | undefined> {
  const row = await tx.one<Raw>(
    `select ${FOLLOW_UP} from follow_ups f where f.id = $1 ${andLock ? 'for no key update' : ''}`,
    [id],
  );
  return row && read(row);
}

/** Writes what somebody has changed. */
export async function writeFollowUp(
  tx: Tx,
  before: FollowUpRow,
  after: FollowUpRow,
  { by, now }: { by: string; now: Date },
): Promise<void> {
  const { tenantId, id, ...state } = after;
  await tx.query(
    `update follow_ups set status = $3, due_at = $4, assignee_id = $5, notes = $6, settled_at = $7, settled_by = $8
      where tenant_id = $1 and id = $2`,
    [
      tenantId,
      id,
      state.status,
      state.dueAt,
      state.assigneeId,
      state.notes,
      state.settledAt,
      state.settledBy,
    ],
  );
  await announce(tx, { kind: kindOfChange(before, after), tenantId, followUpId: id, by });
  await tellWhenDue(tx, after, now);
}
