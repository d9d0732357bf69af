import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { openFollowUp } from '../../../server/follow-ups/follow-up.store.ts';
import { announceDue, FOLLOW_UP_DUE } from '../../../server/follow-ups/follow-up-due.job.ts';
import { kindOfChange, kindOfNew } from '../../../server/follow-ups/follow-up-event-kind.ts';
import type { Database, Tx } from '../../../server/infra/database.ts';
import { newUserId, type TenantId } from '../../../server/infra/ids.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';

const own = await aDatabase();
const NOW = new Date('2026-11-24T10:00:00Z');
const LATER = new Date('2026-11-24T12:00:00Z');

test.each([
  ['EMERGENCY', 'ESCALATED'],
  ['HUMAN_REQUESTED', 'ESCALATED'],
  ['CALL', 'CREATED'],
  ['AUTOMATION', 'CREATED'],
  ['PERSON', 'CREATED'],
] as const)('a new one for %s is %s', (reason, kind) => {
  expect(kindOfNew({ reason })).toBe(kind);
});

const [A, B] = [newUserId(), newUserId()];

test.each([
  ['done', { status: 'OPEN', assigneeId: null }, { status: 'DONE', assigneeId: null }, 'SETTLED'],
  ['dismissed', { status: 'OPEN', assigneeId: A }, { status: 'DISMISSED', assigneeId: A }, 'SETTLED'],
  ['opened again', { status: 'DONE', assigneeId: A }, { status: 'OPEN', assigneeId: A }, 'CHANGED'],
  ['given', { status: 'OPEN', assigneeId: null }, { status: 'OPEN', assigneeId: A }, 'ASSIGNED'],
  ['given on', { status: 'OPEN', assigneeId: A }, { status: 'OPEN', assigneeId: B }, 'ASSIGNED'],
  ['taken away', { status: 'OPEN', assigneeId: A }, { status: 'OPEN', assigneeId: null }, 'CHANGED'],
  ['noted', { status: 'OPEN', assigneeId: A }, { status: 'OPEN', assigneeId: A }, 'CHANGED'],
] as const)('one that is %s', (_, before, after, kind) => {
  expect(kindOfChange(before, after)).toBe(kind);
});

const open = (tenantId: TenantId, dueAt: Date | null) =>
  own.database.inTenant(tenantId, async (tx) => {
    const id = await openFollowUp(tx, {
      ...{ tenantId, title: 'Call back', reason: 'CALL', origin: null, callId: null, customerId: null },
      ...{ dueAt, now: NOW },
    });
    return id ?? expect.unreachable('it was not made');
  });

const waiting = (id: string) =>
  own.admin<{ runAt: Date; payload: object }>(
    `select j.run_at as "runAt", p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
      where j.task_identifier = $1 and p.payload->>'followUpId' = $2`,
    [FOLLOW_UP_DUE, id],
  );

test('one that is due later is told then; one that is due at once, or never, was told as it came', async () => {
  const { id: tenantId } = await aTenant(own);
  const later = await open(tenantId, LATER);
  expect(await waiting(later)).toEqual([
    { runAt: LATER, payload: { tenantId, followUpId: later, dueAt: LATER.toISOString() } },
  ]);
  expect(await waiting(await open(tenantId, NOW))).toEqual([]);
  expect(await waiting(await open(tenantId, null))).toEqual([]);
});

/** What is announced while something is done. */
async function announced(act: (database: Database) => Promise<void>): Promise<string[]> {
  const heard: string[] = [];
  const listening = {
    inTenant: (tenantId: TenantId, work: (tx: Tx) => Promise<unknown>) =>
      own.database.inTenant(tenantId, (tx) => {
        tx.notify = async (_, payload) => void heard.push(payload);
        return work(tx);
      }),
  } as unknown as Database;
  await act(listening);
  return heard;
}

test('it falls due while it is open and was not put off', async () => {
  const { id: tenantId } = await aTenant(own);
  const followUpId = await open(tenantId, LATER);
  const due = (dueAt: Date, id = followUpId) =>
    announced((database) => announceDue(database, { tenantId, followUpId: id, dueAt: dueAt.toISOString() }));

  expect(await due(LATER)).toEqual([JSON.stringify({ kind: 'DUE', tenantId, followUpId })]);
  expect(await due(new Date('2026-11-24T11:00:00Z'))).toEqual([]);
  expect(await due(LATER, randomUUID())).toEqual([]);
  await own.admin(`update follow_ups set status = 'DONE', settled_at = now() where id = $1`, [followUpId]);
  expect(await due(LATER)).toEqual([]);
});
