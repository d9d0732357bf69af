import { type Context, tenantFor, viewerOf } from '../auth/access.ts';
import { AppError, badInput, notFound } from '../infra/app-error.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { E164 } from '../infra/phone-number.ts';
import { Secret, type Vault } from '../infra/secrets.ts';
import { readCredential } from '../settings/credential-input.ts';
import { TOKENS_CHANGED } from '../settings/tokens-changed.ts';
import { numberLock } from './number-lock.ts';
import { lockNumber, numberInUse, type PhoneNumberRow, selectNumbers } from './phone-number.store.ts';
import { providerApiKeyOf } from './provider-api-key.ts';

export type AddPhoneNumber = {
  tenantId?: string | null | undefined;
  e164: E164;
  label?: string | null | undefined;
  providerApiKey?: string | null | undefined;
};

const LONGEST_LABEL = 100;

/** The numbers that tenants are reached under: listed, brought along, labelled, moved. */
export class PhoneNumberService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** The tenant's numbers, those in use first. Of a number that was released more than once, the latest. */
  async list(tenantId: string): Promise<PhoneNumberRow[]> {
    return this.database.inTenant(tenantId, (tx) => selectNumbers(tx, LIST, [tenantId]));
  }

  /**
   * Adds a number that the tenant already has in its own account at Vobiz, which sends the calls here.
   * @throws AppError CONFLICT for a number that somebody uses already
   */
  async add(input: AddPhoneNumber, context: Context): Promise<PhoneNumberRow> {
    const tenantId = tenantFor(viewerOf(context), input.tenantId);
    const label = readLabel(input.label);
    const apiKey = readCredential('providerApiKey', 'The provider’s API key', input.providerApiKey);
    return this.database.asPlatform(async (tx) => {
      if (!(await tx.one('select from tenants where id = $1', [tenantId]))) throw notFound('tenant');
      await refuseInUse(tx, input.e164);
      const id = crypto.randomUUID();
      await tx.query(
        `insert into phone_numbers (tenant_id, id, e164, label, status, status_since, provider_api_key, created_at)
         values ($1, $2, $3, $4, 'ACTIVE', $5, $6, $5)`,
        [tenantId, id, input.e164, label ?? null, this.clock.now(), this.#sealed(id, apiKey ?? null)],
      );
      await tx.notify(TOKENS_CHANGED, tenantId);
      return theNumber(tx, id);
    }, numberLock(input.e164));
  }

  #sealed(id: string, apiKey: string | null): Buffer | null {
    return apiKey === null ? null : this.vault.seal(new Secret(apiKey), providerApiKeyOf(id));
  }
}

const LIST = `where n.tenant_id = $1 and (n.status <> 'RELEASED' or not exists (
    select from phone_numbers later
     where later.tenant_id = $1 and later.e164 = n.e164 and later.id <> n.id
       and (later.status <> 'RELEASED' or (later.created_at, later.id) > (n.created_at, n.id))))
  order by n.status = 'RELEASED', n.created_at, n.id`;

/** @throws AppError CONFLICT for a number that somebody uses, or is just buying */
async function refuseInUse(tx: Tx, e164: E164): Promise<void> {
  const isOrdered = await tx.one(
    `select from number_orders where e164 = $1 and status in ('PENDING', 'UNCERTAIN')`,
    [e164],
  );
  if (isOrdered || (await numberInUse(tx, e164))) {
    throw new AppError('CONFLICT', 'This number is already in use here.', { field: 'e164' });
  }
}

async function theNumber(tx: Tx, id: string): Promise<PhoneNumberRow> {
  const number = await lockNumber(tx, id);
  if (!number) throw notFound('phone number');
  return number;
}

function readLabel(typed: string | null | undefined): string | null | undefined {
  if (typed === undefined || typed === null) return typed;
  const label = typed.trim();
  if (label.length > LONGEST_LABEL)
    throw badInput('label', `A label has at most ${LONGEST_LABEL} characters.`);
  return label === '' ? null : label;
}
