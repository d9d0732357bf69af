import { randomUUID } from 'node:crypto';
import { type Context, reachOf, type Viewer, viewerOf } from '../auth/access.ts';
import { audit } from '../auth/audit/audit.ts';
import { AppError, badInput, notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import { isUuid, type TenantId } from '../infra/ids.ts';
import type { Vault } from '../infra/secrets.ts';
import { inNamedTenant } from '../tenants/named-tenant.ts';
import {
  automationsOf,
  countAutomations,
  deleteAutomation,
  findAutomation,
  insertAutomation,
  lockAutomation,
  writeTraits,
} from './automation.store.ts';
import type { Automation } from './automation.ts';
import { replaceActions, worksThere } from './rules/action.store.ts';
import type { NewAction } from './rules/actions-input.ts';
import {
  type AutomationChange,
  type AutomationInput,
  changedAutomation,
  readAutomation,
} from './rules/automation-input.ts';

const MOST_AUTOMATIONS = 100;

/** A tenant's rules: seen by all its people, made and changed by its admins. */
export class AutomationService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  list(viewer: Viewer, tenantId: string | null | undefined): Promise<Automation[]> {
    return inNamedTenant(this.database, viewer, tenantId, automationsOf);
  }

  /** @throws AppError NOT_FOUND */
  get(viewer: Viewer, id: string): Promise<Automation> {
    return this.database.within(reachOf(viewer), (tx) =>
      required(isUuid(id) ? findAutomation(tx, id) : undefined),
    );
  }

  /** @throws AppError BAD_USER_INPUT, or CONFLICT where the tenant has as many as it may */
  create(tenantId: string | null | undefined, input: AutomationInput, context: Context): Promise<Automation> {
    return inNamedTenant(this.database, viewerOf(context), tenantId, async (tx, ownTenantId) => {
      const { traits, actions } = readAutomation(input);
      const automation = { ...traits, tenantId: ownTenantId, id: randomUUID(), actions: [] };
      await refuseMore(tx, ownTenantId);
      await insertAutomation(tx, { ...automation, now: this.clock.now() });
      await this.#writeActions(tx, automation, actions);
      await audit(tx, context, { action: 'automation.create', tenantId: ownTenantId, subject: traits.name });
      return required(findAutomation(tx, automation.id));
    });
  }

  /** Changes what is given. @throws AppError BAD_USER_INPUT, NOT_FOUND */
  update(id: string, change: AutomationChange, context: Context): Promise<Automation> {
    return this.#changing(id, context, async (tx, before) => {
      const { traits, actions } = changedAutomation(before, change);
      await writeTraits(tx, id, traits);
      if (actions) await this.#writeActions(tx, before, actions);
      const changed = Object.keys(change).filter(
        (part) => change[part as keyof AutomationChange] !== undefined,
      );
      await audit(tx, context, {
        action: 'automation.update',
        tenantId: before.tenantId,
        subject: before.name,
        detail: { changed },
      });
      return required(findAutomation(tx, id));
    });
  }

  /** Takes it away with all that it did and still had to do. @throws AppError NOT_FOUND */
  delete(id: string, context: Context): Promise<Automation> {
    return this.#changing(id, context, async (tx, automation) => {
      await deleteAutomation(tx, id);
      const { tenantId, name } = automation;
      await audit(tx, context, { action: 'automation.delete', tenantId, subject: name });
      return automation;
    });
  }

  #changing<T>(
    id: string,
    context: Context,
    work: (tx: Tx, automation: Automation) => Promise<T>,
  ): Promise<T> {
    return this.database.within(reachOf(viewerOf(context)), async (tx) =>
      work(tx, await required(isUuid(id) ? lockAutomation(tx, id) : undefined)),
    );
  }

  async #writeActions(
    tx: Tx,
    automation: Pick<Automation, 'tenantId' | 'id' | 'actions'>,
    actions: readonly NewAction[],
  ): Promise<void> {
    for (const [index, { spec }] of actions.entries()) {
      if (
        spec.kind === 'FOLLOW_UP' &&
        spec.assigneeId &&
        !(await worksThere(tx, automation.tenantId, spec.assigneeId))
      )
        throw badInput(`actions.${index}.followUp.assigneeId`, 'There is no such user in this tenant.');
    }
    await replaceActions(tx, automation, actions, this.vault);
  }
}

async function required(automation: Promise<Automation | undefined> | undefined): Promise<Automation> {
  const found = await automation;
  if (!found) throw notFound('automation');
  return found;
}

async function refuseMore(tx: Tx, tenantId: TenantId): Promise<void> {
  if ((await countAutomations(tx, tenantId)) >= MOST_AUTOMATIONS) {
    throw new AppError(
      'CONFLICT',
      `A tenant has at most ${MOST_AUTOMATIONS} automations; please delete one first.`,
    );
  }
}
