import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../../server/infra/clock.ts';
import type { Database } from '../../../server/infra/database.ts';
import { newTenantId, type TenantId } from '../../../server/infra/ids.ts';
import { createLog } from '../../../server/infra/log.ts';
import { trim } from '../../../server/webhook-log/webhook-log.store.ts';
import { WebhookRecorder } from '../../../server/webhook-log/webhook-recorder.ts';
import { aDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';
import { aNote } from './webhook-notes.ts';

const own = await aDatabase();
const logged: string[] = [];
const log = createLog('info', { write: (line) => void logged.push(line) });
const aRecorder = (database: Pick<Database, 'asPlatform'> = own.database, everyMs = 60_000) =>
  new WebhookRecorder(database, systemClock, log, everyMs);
const isAway: Pick<Database, 'asPlatform'> = {
  asPlatform: async () => {
    throw new Error('The database is away');
  },
};
const rowsOf = (tenantId: TenantId | null) =>
  own.admin<{ body: unknown; reason: string | null; slug: string }>(
    'select * from webhook_log where tenant_id is not distinct from $1 order by at, id',
    [tenantId],
  );

test('webhooks are written together, a moment later', async () => {
  const { id, slug } = await aTenant(own);
  const recorder = aRecorder(own.database, 1);
  recorder.note(
    aNote({ tenantId: id, slug, body: { CallUUID: 'c1', Speech: 'It hurts.', AuthToken: 'secret' } }),
  );
  const later = new Date(Date.now() + 1_000);
  recorder.note(aNote({ tenantId: id, slug, at: later, body: undefined, reason: 'NO_CALL_ID', status: 400 }));
  await vi.waitFor(async () => expect(await rowsOf(id)).toHaveLength(2));
  expect(await rowsOf(id)).toMatchObject([
    {
      slug,
      webhook: 'input',
      outcome: 'ANSWERED',
      reason: null,
      query: [['turn', '1']],
      body: [
        ['CallUUID', 'c1'],
        ['Speech', 'It hurts.'],
        ['AuthToken', '••••'],
      ],
      milliseconds: 12.5,
    },
    { outcome: 'REFUSED', reason: 'NO_CALL_ID', body: null },
  ]);
  await recorder.close();
});

test('what the process still holds when it stops is written', async () => {
  const { id } = await aTenant(own);
  const recorder = aRecorder();
  recorder.note(aNote({ tenantId: id }));
  await recorder.close();
  expect(await rowsOf(id)).toHaveLength(1);
});

test('while the database is away, as much waits as there is room for; the rest is counted', async () => {
  const { id } = await aTenant(own);
  let isBack = false;
  const recorder = aRecorder({
    asPlatform: (work) => (isBack ? own.database.asPlatform(work) : isAway.asPlatform(work)),
  });
  for (let index = 0; index < 255; index++)
    recorder.note(aNote({ tenantId: id, body: { Speech: 'Private.' }, verified: true }));
  await recorder.flush();
  expect(recorder.dropped).toBe(5);
  isBack = true;
  await recorder.flush();
  expect(await rowsOf(id)).toHaveLength(250);
  expect(logged.join('')).toContain('The webhook log could not be written');
  expect(logged.join('')).not.toContain('Private.');
  await recorder.close();
});

test('one that can’t be written keeps no others out, and isn’t quoted in the log', async () => {
  const { id } = await aTenant(own);
  const recorder = aRecorder();
  recorder.note(aNote({ tenantId: id, providerCallId: 'c1' }));
  recorder.note(aNote({ tenantId: id, status: 99_999, body: { Speech: 'Very private.' } }));
  recorder.note(aNote({ tenantId: id, providerCallId: 'c3' }));
  await recorder.close();
  expect(await rowsOf(id)).toMatchObject([{ provider_call_id: 'c1' }, { provider_call_id: 'c3' }]);
  expect(recorder.dropped).toBe(1);
  expect(logged.join('')).not.toContain('Very private.');
});

test('large bodies take the room of many', async () => {
  const recorder = aRecorder(isAway);
  for (let index = 0; index < 40; index++) recorder.note(aNote({ bodyBytes: undefined }));
  expect(recorder.dropped).toBeGreaterThan(0);
  await recorder.close();
});

test('what waited for a minute is dropped', async () => {
  const recorder = aRecorder(isAway);
  recorder.note(aNote({ at: new Date(Date.now() - 61_000) }));
  await recorder.flush();
  expect(recorder.dropped).toBe(1);
  await recorder.close();
});

test('nothing is written of a tenant that is gone; another method is its slug’s, and a stranger’s no tenant’s', async () => {
  const tenant = await aTenant(own);
  const strange = `strange-${randomUUID().slice(0, 8)}`;
  const recorder = aRecorder();
  const gone = newTenantId();
  recorder.note(aNote({ tenantId: gone, slug: 'gone' }));
  recorder.note(aNote({ slug: tenant.slug, method: 'GET', reason: 'WRONG_METHOD', status: 405 }));
  recorder.note(aNote({ slug: strange, reason: 'UNKNOWN_SLUG', status: 404 }));
  await recorder.close();
  expect(await own.admin(`select from webhook_log where slug = 'gone'`)).toEqual([]);
  expect(await rowsOf(tenant.id)).toMatchObject([{ reason: 'WRONG_METHOD' }]);
  expect(await rowsOf(null)).toContainEqual(expect.objectContaining({ slug: strange }));
});

test('whatever a stranger sends can be written', async () => {
  const { id } = await aTenant(own);
  const recorder = aRecorder();
  const strange = 'a\0b\ud800';
  recorder.note(
    aNote({
      tenantId: id,
      slug: strange.repeat(80),
      contentType: strange,
      query: { [strange]: [strange] },
      body: { [strange]: strange },
    }),
  );
  await recorder.close();
  expect(await rowsOf(id)).toHaveLength(1);
});

test('the newest are kept', async () => {
  const { id } = await aTenant(own);
  const other = await aTenant(own);
  const recorder = aRecorder();
  for (const tenantId of [id, other.id])
    for (let age = 0; age < 5; age++)
      recorder.note(aNote({ tenantId, at: new Date(Date.now() - age * 1_000), providerCallId: `c${age}` }));
  await recorder.close();
  await own.database.asPlatform((tx) => trim(tx, id, 2));
  expect((await rowsOf(id)).map((row) => row)).toMatchObject([
    { provider_call_id: 'c1' },
    { provider_call_id: 'c0' },
  ]);
  expect(await rowsOf(other.id)).toHaveLength(5);
});

describe('while a stranger floods a business', () => {
  test('what Vobiz sends it, and what comes for others, is written all the same', async () => {
    const [{ id }, { id: neighbour }] = [await aTenant(own), await aTenant(own)];
    const recorder = aRecorder();
    for (let index = 0; index < 1_000; index += 1) recorder.note(aNote({ tenantId: id }));
    recorder.note(aNote({ tenantId: id, verified: true, providerCallId: 'from Vobiz' }));
    recorder.note(aNote({ tenantId: neighbour }));
    await recorder.close();
    expect(await rowsOf(id)).toHaveLength(101);
    expect(await rowsOf(neighbour)).toHaveLength(1);
    expect(recorder.dropped).toBe(900);
  });

  test('of what is refused, samples are kept of all its length, and all of it is counted', async () => {
    const { id } = await aTenant(own);
    const minute = new Date('2026-11-24T10:00:00Z');
    const recorders = [aRecorder(), aRecorder()];
    for (const recorder of recorders) {
      for (let index = 0; index < 10_000; index += 1)
        recorder.note(aNote({ tenantId: id, reason: 'FLOOD', at: minute, providerCallId: `${index}` }));
      recorder.note(aNote({ tenantId: id, reason: 'SIGNATURE', at: minute }));
      await recorder.close();
    }
    const rows = await own.admin<{ provider_call_id: string }>(
      `select provider_call_id from webhook_log where tenant_id = $1 and reason = 'FLOOD'`,
      [id],
    );
    const places = rows.map((row) => Number(row.provider_call_id) + 1).sort((one, other) => one - other);
    const doubled = [40, 80, 160, 320, 640, 1_280, 2_560, 5_120];
    expect([...new Set(places)]).toEqual([
      ...Array.from({ length: 20 }, (_, index) => index + 1),
      ...doubled,
    ]);
    expect(
      await own.admin(
        'select minute, reason, amount::int from refused_webhooks where tenant_id = $1 order by reason',
        [id],
      ),
    ).toEqual([
      { minute, reason: 'FLOOD', amount: 20_000 },
      { minute, reason: 'SIGNATURE', amount: 2 },
    ]);
    expect(recorders[0]?.refused('FLOOD')).toBe(10_000);
    expect(recorders[0]?.dropped).toBe(0);
  });

  test('its webhooks push none of Vobiz’s out of the log', async () => {
    const { id } = await aTenant(own);
    const recorder = aRecorder();
    for (const verified of [true, false, false, false]) recorder.note(aNote({ tenantId: id, verified }));
    await recorder.close();
    await own.database.asPlatform((tx) => trim(tx, id, 2));
    const rows = await own.admin<{ verified: boolean }>(
      'select verified from webhook_log where tenant_id = $1 order by at',
      [id],
    );
    expect(rows.map(({ verified }) => verified)).toEqual([true, false, false]);
  });

  test('counts that could not be written are written later', async () => {
    const { id } = await aTenant(own);
    let isBack = false;
    const recorder = aRecorder({
      asPlatform: (work) => (isBack ? own.database.asPlatform(work) : isAway.asPlatform(work)),
    });
    recorder.note(aNote({ tenantId: id, reason: 'FLOOD' }));
    await recorder.flush();
    isBack = true;
    await recorder.close();
    expect(await own.admin('select amount::int from refused_webhooks where tenant_id = $1', [id])).toEqual([
      { amount: 1 },
    ]);
  });
});
