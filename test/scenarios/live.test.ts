import { expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION, type RunningKaivox } from '../support/kaivox.ts';
import { aSubscription } from '../support/live.ts';

const kaivox = await aKaivox();
const other = await aKaivox({ database: kaivox.database });

const ACTIVITY = `subscription ($tenantId: ID) { callActivity(tenantId: $tenantId) {
  kind call { providerCallId status customer { phone } } turn { number speaker text }
} }`;

type Event = {
  kind: string;
  call: { providerCallId: string; status: string; customer: { phone: string } | null };
  turn: { number: number; speaker: string; text: string } | null;
};

/** A user who watches a tenant's calls at one instance. */
function aWatcher(instance: RunningKaivox, token: string, variables: Record<string, unknown> = {}) {
  const events = aSubscription<{ callActivity: Event }>(instance, token, ACTIVITY, variables);
  return {
    /** Resolves with the next event of this call. */
    async next(callId: string): Promise<Event | undefined> {
      for (;;) {
        const { value, done } = await events.next();
        if (done) return undefined;
        const event = value.data?.callActivity;
        if (event?.call.providerCallId === callId) return event;
      }
    },
    events,
  };
}

/** Subscribing takes a moment that nothing announces: calls are made until the first is heard of. */
async function untilWatching(watcher: ReturnType<typeof aWatcher>): Promise<void> {
  let isHeard = false;
  const first = watcher.events.next().then(() => {
    isHeard = true;
  });
  while (!isHeard) await kaivox.phone({ from: 'anonymous' }).dial();
  await first;
}

test('a call is seen as it happens, at every instance', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const watchers = [aWatcher(kaivox, token), aWatcher(other, token)];
  for (const watcher of watchers) await untilWatching(watcher);
  const phone = kaivox.phone();
  await phone.dial();
  await phone.say('Are you open on Sunday?');
  await phone.hangUp();
  for (const watcher of watchers) {
    const seen = [];
    for (
      let event = await watcher.next(phone.call.callId);
      event;
      event = await watcher.next(phone.call.callId)
    ) {
      // A turn that is spoken in segments is announced as it grows.
      if (event.kind === 'TURN' && event.turn?.number === seen.at(-1)?.turn?.number) seen.pop();
      seen.push(event);
      if (event.kind === 'ENDED') break;
    }
    expect(seen.map(({ kind }) => kind)).toEqual(['STARTED', 'TURN', 'TURN', 'ENDED']);
    expect(seen[0]?.call.customer?.phone).toBe('+919876543210');
    expect(seen[0]?.turn).toMatchObject({ number: 1, speaker: 'AGENT' });
    expect(seen[1]?.turn).toEqual({ number: 2, speaker: 'CALLER', text: 'Are you open on Sunday?' });
    expect(seen[3]?.call.status).toBe('COMPLETED');
  }
});

test('a super admin watches the tenant that is named, and another tenant’s people see nothing of it', async () => {
  const admin = await kaivox.graphql.signIn(ADMIN);
  const { data } = await kaivox.graphql(
    'mutation { createTenant(input: { name: "Lotus", slug: "lotus" }) { id } }',
    { token: admin },
  );
  const lotusId = (data as { createTenant: { id: string } }).createTenant.id;
  const unnamed = await aWatcher(kaivox, admin).events.next();
  expect(unnamed.value?.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'tenantId' });
  const foreign = await aWatcher(kaivox, await kaivox.graphql.signIn(RECEPTION), {
    tenantId: lotusId,
  }).events.next();
  expect(foreign.value?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});

test('watching goes on when the database was away for a moment', async () => {
  const watcher = aWatcher(kaivox, await kaivox.graphql.signIn(RECEPTION));
  await untilWatching(watcher);
  await kaivox.database.admin(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'kaivox listen' and datname = current_database()`,
  );
  await untilWatching(watcher);
});
