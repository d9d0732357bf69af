import { reachOf, type Viewer } from '../auth/access.ts';
import { badInput, notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import {
  type CallId,
  type CustomerId,
  isCallId,
  isCustomerId,
  isUserId,
  isUuid,
  type TenantId,
  type UserId,
} from '../infra/ids.ts';
import { typedText } from '../infra/typed-text.ts';
import { inNamedTenant } from '../tenants/named-tenant.ts';
import type { FollowUpStatus } from './follow-up.entity.ts';
import {
  type FollowUpRow,
  findFollowUp,
  listFollowUps,
  openFollowUp,
  writeFollowUp,
} from './follow-up.store.ts';
import type { CreateFollowUpInput } from './follow-up.types.ts';
import { findCaller, isCustomer } from './follow-up-caller.store.ts';
import { assigneesOf, type FollowUpPerson, isAssignee } from './follow-up-people.store.ts';
import { withStatus } from './follow-up-status.ts';

/** Follow-ups that are shown at once: more open ones than a business can work through. */
export const MOST = 1_000;
const TITLE = { what: 'The title', most: 200, isOneLine: true };
const NOTES = { what: 'The text of the notes', most: 5_000, mayBeEmpty: true };

/** What there is to do. A user who sees a follow-up may change it. */
export class FollowUpService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Open ones by when they are due, then settled ones, the newest first. @throws AppError BAD_USER_INPUT, NOT_FOUND */
  async list(
    viewer: Viewer,
    tenantId: string | null | undefined,
    { status, first }: { status: FollowUpStatus | null | undefined; first: number },
  ): Promise<FollowUpRow[]> {
    if (!(first >= 1 && first <= MOST))
      throw badInput('first', `first must be a whole number from 1 to ${MOST}.`);
    return inNamedTenant(this.database, viewer, tenantId, (tx, id) =>
      listFollowUps(tx, id, { status: status ?? undefined, limit: first }),
    );
  }

  /** Who may be asked, by name. */
  async assignees(viewer: Viewer, tenantId: string | null | undefined): Promise<FollowUpPerson[]> {
    return inNamedTenant(this.database, viewer, tenantId, assigneesOf);
  }

  /** @throws AppError BAD_USER_INPUT naming the field */
  async create(viewer: Viewer, input: CreateFollowUpInput): Promise<FollowUpRow> {
    return inNamedTenant(this.database, viewer, input.tenantId, async (tx, tenantId) => {
      const call = input.callId ? await requireCall(tx, input.callId) : null;
      const id = await openFollowUp(tx, {
        tenantId,
        title: typedText('title', input.title, TITLE),
        reason: 'PERSON',
        origin: null,
        dueAt: input.dueAt ?? null,
        callId: call?.id ?? null,
        customerId: input.customerId
          ? await requireCustomer(tx, input.customerId)
          : (call?.customerId ?? null),
        assigneeId: input.assigneeId ? await requireAssignee(tx, tenantId, input.assigneeId) : null,
        notes: typedText('notes', input.notes ?? '', NOTES),
        now: this.clock.now(),
        by: viewer.userId,
      });
      const created = id && (await findFollowUp(tx, id));
      if (!created) throw new Error('A follow-up without an origin was not made');
      return created;
    });
  }

  /** Settles a follow-up, or opens it again; the first to settle it is on record. */
  async setStatus(viewer: Viewer, id: string, status: FollowUpStatus): Promise<FollowUpRow> {
    return this.#change(viewer, id, (followUp) =>
      withStatus(followUp, status, { userId: viewer.userId, now: this.clock.now() }),
    );
  }

  /** @param userId null takes the follow-up from its assignee */
  async assign(viewer: Viewer, id: string, userId: string | null | undefined): Promise<FollowUpRow> {
    return this.#change(viewer, id, async (followUp, tx) => ({
      ...followUp,
      assigneeId: userId ? await requireAssignee(tx, followUp.tenantId, userId) : null,
    }));
  }

  async setDue(viewer: Viewer, id: string, dueAt: Date | null | undefined): Promise<FollowUpRow> {
    return this.#change(viewer, id, (followUp) => ({ ...followUp, dueAt: dueAt ?? null }));
  }

  async note(viewer: Viewer, id: string, notes: string): Promise<FollowUpRow> {
    const text = typedText('notes', notes, NOTES);
    return this.#change(viewer, id, (followUp) => ({ ...followUp, notes: text }));
  }

  /** @throws AppError NOT_FOUND, also for another tenant's */
  async #change(
    viewer: Viewer,
    id: string,
    change: (followUp: FollowUpRow, tx: Tx) => FollowUpRow | Promise<FollowUpRow>,
  ): Promise<FollowUpRow> {
    if (!isUuid(id)) throw notFound('follow-up');
    return this.database.within(reachOf(viewer), async (tx) => {
      const followUp = await findFollowUp(tx, id, { andLock: true });
      if (!followUp) throw notFound('follow-up');
      const changed = await change(followUp, tx);
      if (changed !== followUp)
        await writeFollowUp(tx, followUp, changed, { by: viewer.userId, now: this.clock.now() });
      return changed;
    });
  }
}

/** @throws AppError BAD_USER_INPUT where the tenant has no such call */
async function requireCall(tx: Tx, id: string): Promise<{ id: CallId; customerId: CustomerId | null }> {
  const call = isCallId(id) && (await findCaller(tx, id));
  if (!call) throw badInput('callId', 'There is no such call.');
  return { id, ...call };
}

/** @throws AppError BAD_USER_INPUT where the tenant has no such customer */
async function requireCustomer(tx: Tx, id: string): Promise<CustomerId> {
  if (!isCustomerId(id) || !(await isCustomer(tx, id)))
    throw badInput('customerId', 'There is no such customer.');
  return id;
}

/** @throws AppError BAD_USER_INPUT unless a user of the tenant who may sign in has that id */
async function requireAssignee(tx: Tx, tenantId: TenantId, userId: string): Promise<UserId> {
  if (!isUserId(userId) || !(await isAssignee(tx, tenantId, userId)))
    throw badInput('assigneeId', 'Choose somebody of this tenant who can sign in.');
  return userId;
}
