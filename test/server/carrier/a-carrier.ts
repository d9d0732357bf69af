import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { createCarrier } from '../../../server/carrier/create-carrier.ts';
import type { CallId, TenantId } from '../../../server/infra/ids.ts';
import { createLog } from '../../../server/infra/log.ts';
import { Secret, Vault } from '../../../server/infra/secrets.ts';
import { providerApiKeyOf } from '../../../server/numbers/inventory/provider-api-key.ts';
import type { VobizAccount } from '../../../server/settings/vobiz-account.ts';
import { vobizAccount } from '../../../server/telephony/vobiz/rest/rest-account.ts';
import { VobizRest } from '../../../server/telephony/vobiz/rest/rest-client.ts';
import { FakeVobiz } from '../../fakes/vobiz-api.ts';
import { aCallOf } from '../../support/call.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';

type Charge = {
  status: string;
  amount_micros: number | null;
  currency: string | null;
  by_platform: boolean | null;
  month: string | null;
  attempts: number;
  reason: string | null;
};

/** The carrier's capability on the fake of Vobiz, with a clock that a test sets. */
export async function aCarrier() {
  const own = await aDatabase();
  const vobiz = await FakeVobiz.start();
  const time = { now: new Date('2026-12-01T10:00:00Z') };
  const clock = { now: () => time.now };
  const vault = new Vault(Buffer.alloc(32, 7));
  const rest = new VobizRest({ baseUrl: vobiz.baseUrl, clock, log: createLog('silent') });
  afterAll(() => Promise.all([rest.close(), vobiz.stop()]));
  const live: VobizAccount = {
    mode: 'LIVE',
    credentials: { appId: vobiz.authId, apiKey: new Secret(vobiz.authToken) },
  };
  const state: { platform: VobizAccount } = { platform: live };
  const carrier = createCarrier({
    ...{ database: own.database, vault, clock },
    platformAccount: async () => state.platform,
    accountOf: (credentials) => vobizAccount(rest, credentials),
  });

  /** A number of a tenant: with a key of its own where one is given, else bought with an account where that is. */
  const aNumber = async (
    tenantId: TenantId,
    {
      key,
      e164 = '+917971543252',
      boughtWith = null,
    }: { key?: string; e164?: string; boughtWith?: string | null } = {},
  ) => {
    const id = randomUUID();
    const sealed = key === undefined ? null : vault.seal(new Secret(key), providerApiKeyOf(id));
    await own.admin(
      `insert into phone_numbers (tenant_id, id, e164, provider_api_key, account, source)
       values ($1, $2, $3, $4, $5, case when $5::text is null then 'OWN' else 'MARKETPLACE' end)`,
      [tenantId, id, e164, sealed, boughtWith],
    );
    return id;
  };
  /** A call that was just hung up, whose charge waits, with what Vobiz calls it. */
  const anEndedCall = async (
    tenantId: TenantId,
    {
      account,
      startedAt,
      verified = true,
    }: { account?: string; startedAt?: string; verified?: boolean } = {},
  ) => {
    const id = await aCallOf(own, tenantId, { startedAt: startedAt ?? time.now.toISOString() });
    const providerCallId = randomUUID();
    await own.admin('update calls set provider_call_id = $2 where id = $1', [id, providerCallId]);
    await own.admin(
      'insert into call_charges (tenant_id, call_id, account, verified) values ($1, $2, $3, $4)',
      [tenantId, id, account ?? null, verified],
    );
    return { id, providerCallId };
  };
  const fetchCharge = (tenantId: TenantId, callId: CallId) =>
    carrier.tasks['fetch-call-charge']({ tenantId, callId });
  const chargeOf = async (callId: CallId): Promise<Charge | undefined> => {
    const [charge] = await own.admin<Charge>(
      `select status, amount_micros::float8, currency, by_platform, month::text, attempts, reason
         from call_charges where call_id = $1`,
      [callId],
    );
    return charge;
  };
  /** When the next attempt for a call is due. */
  const nextAttempt = async (callId: CallId): Promise<Date | undefined> => {
    const [job] = await own.admin<{ run_at: Date }>(
      'select run_at from graphile_worker.jobs where key = $1',
      [`charge ${callId}`],
    );
    return job?.run_at;
  };
  return {
    ...{ own, vobiz, time, vault, state, live, carrier },
    ...{ aNumber, anEndedCall, fetchCharge, chargeOf, nextAttempt, aTenant: () => aTenant(own) },
  };
}
