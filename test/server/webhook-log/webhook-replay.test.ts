import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ADMIN, aKaivox, RECEPTION } from '../../support/kaivox.ts';

const kaivox = await aKaivox();
const own = kaivox.database;
const reception = await kaivox.graphql.signIn(RECEPTION);

const REPLAY = `mutation ($id: ID!) { replayWebhook(id: $id) {
  cannot dialect event { kind words digits turn part durationSeconds } status xml spoken later milliseconds
  differences { what before now } } }`;
type Replay = {
  cannot: string | null;
  event: { kind: string } | null;
  status: number | null;
  xml: string;
  spoken: string[];
  differences: { what: string; before: string; now: string }[];
};
type Logged = { id: string; webhook: string; xml: string };

async function replay(id: string | undefined, token = reception): Promise<Replay> {
  const { data, errors } = await kaivox.graphql(REPLAY, { variables: { id }, token });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.replayWebhook as Replay;
}

/** The webhooks of a call, in the order in which they came. */
async function logged(callId: string, count: number): Promise<Logged[]> {
  const read = () =>
    own.admin<Logged>('select id, webhook, xml from webhook_log where provider_call_id = $1 order by at', [
      callId,
    ]);
  await vi.waitFor(async () => expect(await read()).toHaveLength(count), 5_000);
  return read();
}

/** How many rows every table has, and what they hold, but for the audit log and what passes by itself. */
async function everything(): Promise<string[]> {
  const tables = await own.admin<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'internal', 'graphile_worker')
        and tablename not in ('audit_log', 'sessions', 'process_heartbeats', '_private_known_crontabs') order by 1`,
  );
  const counts = tables.map(async ({ name }) => {
    const [row] = await own.admin<{ row: string }>(
      `select '${name} ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as row from ${name} t`,
    );
    return row?.row ?? '';
  });
  return Promise.all(counts);
}

/** What calls come to later has come, so that nothing else changes by itself. */
const jobsAreDone = () =>
  vi.waitFor(
    async () => expect(await own.admin('select from graphile_worker._private_jobs')).toEqual([]),
    20_000,
  );

/** When the clock last had jobs of its own begin. */
const lastTick = async () =>
  (
    await own.admin<{ at: string }>(
      'select max(last_execution)::text as at from graphile_worker._private_known_crontabs',
    )
  )[0]?.at;

/**
 * Plays webhooks again.
 * @returns what came of them, and everything before and after; where the clock's own jobs came in between, of another try
 */
async function replayedBetweenTicks(
  webhooks: readonly Logged[],
): Promise<{ replays: Replay[]; before: string[]; after: string[] }> {
  const tick = await lastTick();
  await jobsAreDone();
  const before = await everything();
  const replays: Replay[] = [];
  for (const { id } of webhooks) replays.push(await replay(id));
  const after = await everything();
  return tick === (await lastTick()) ? { replays, before, after } : replayedBetweenTicks(webhooks);
}

/** @returns what reads the news of calls that were told since */
async function aListener(): Promise<() => Promise<string[]>> {
  const client = new pg.Client({ connectionString: own.url });
  await client.connect();
  onTestFinished(() => client.end());
  const heard: string[] = [];
  client.on('notification', ({ payload = '' }) => heard.push(payload));
  await client.query('listen call_activity; listen reply_progress');
  return async () => {
    await own.admin(`select pg_notify('call_activity', 'the end')`);
    await vi.waitFor(() => expect(heard).toContain('the end'));
    return heard;
  };
}

async function aCall(...lines: (string | undefined)[]): Promise<Logged[]> {
  const callId = `c-${randomUUID()}`;
  const phone = kaivox.phone({ callId });
  await phone.dial();
  for (const line of lines) await (line === undefined ? phone.staySilent() : phone.say(line));
  await phone.hangUp();
  // Where a reply was slow to come, it was spoken in segments: another call is another try.
  if (phone.exchanges.some(({ xml }) => xml.includes('<Redirect'))) return aCall(...lines);
  return logged(callId, phone.exchanges.length);
}

describe('a call', () => {
  test('is played again webhook by webhook, to the same words, and leaves no trace', async () => {
    const webhooks = await aCall(
      'Are you open on Sunday?',
      undefined,
      undefined,
      'What does it cost?',
      'Goodbye',
    );
    await jobsAreDone();
    const news = await aListener();
    const { replays, before, after } = await replayedBetweenTicks(webhooks);
    expect(after).toEqual(before);
    expect(await news()).toEqual(['the end']);
    expect(replays.map(({ event }) => event?.kind)).toEqual([
      'answered',
      'spoke',
      'stayedSilent',
      'stayedSilent',
      'spoke',
      'spoke',
      'hungUp',
      'hungUp',
    ]);
    for (const [index, { status, differences, xml }] of replays.entries()) {
      expect({ status, differences, xml }).toEqual({
        status: 200,
        differences: [],
        xml: webhooks[index]?.xml,
      });
    }
    const audited = await own.admin(`select from audit_log where action = 'webhook.replay'`);
    expect(audited).toHaveLength(webhooks.length);
  });

  test('is answered as the persona is today', async () => {
    const [answer] = await aCall();
    await own.admin(`update persona_versions set greeting = 'Namaste.'`);
    await own.admin(`select pg_notify('tenant_changed', '')`);
    await vi.waitFor(async () => {
      expect((await replay(answer?.id)).differences).toMatchObject([
        {
          what: 'SPOKEN',
          before: expect.stringContaining('Welcome'),
          now: expect.stringContaining('Namaste.'),
        },
      ]);
    }, 5_000);
  });
});

test.each([
  ['nobody', 'POST', { call_id: 'x' }, 'UNKNOWN_SLUG'],
  ['pragati', 'POST', { nothing: 'x' }, 'NO_CALL_ID'],
  ['pragati', 'PUT', { call_id: 'x' }, 'WRONG_METHOD'],
])('one to %s by %s can’t be, and why is told', async (slug, method, body, reason) => {
  const mark = randomUUID();
  const url = `${kaivox.url}/api/vobiz/${slug}/answer?mark=${mark}`;
  await fetch(url, { method, body: new URLSearchParams(body) });
  const read = () => own.admin<Logged>('select id from webhook_log where query::text like $1', [`%${mark}%`]);
  await vi.waitFor(async () => expect(await read()).toHaveLength(1), 5_000);
  const [webhook] = await read();
  const admin = await kaivox.graphql.signIn(ADMIN);
  expect(await replay(webhook?.id, admin)).toMatchObject({
    cannot: reason,
    status: null,
    event: null,
    xml: null,
  });
});

test('of a suspended business, callers hear that it isn’t in service', async () => {
  const [answer] = await aCall();
  await own.admin(`update tenants set status = 'SUSPENDED' where slug = 'pragati'`);
  await own.admin(`select pg_notify('tenant_changed', '')`);
  await vi.waitFor(async () => {
    expect(await replay(answer?.id)).toMatchObject({
      status: 200,
      spoken: [expect.stringContaining('not in service')],
      differences: [{ what: 'SPOKEN' }, { what: 'DOCUMENT' }],
    });
  }, 5_000);
  await own.admin(`update tenants set status = 'ACTIVE' where slug = 'pragati'`);
  await own.admin(`select pg_notify('tenant_changed', '')`);
});

test('what isn’t there can’t be played', async () => {
  const { errors } = await kaivox.graphql(REPLAY, { variables: { id: randomUUID() }, token: reception });
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});
