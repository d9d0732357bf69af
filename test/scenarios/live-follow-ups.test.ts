import { expect, test } from 'vitest';
import { ADMIN, aKaivox, RECEPTION, type RunningKaivox } from '../support/kaivox.ts';
import { aSubscription } from '../support/live.ts';

const kaivox = await aKaivox();
const other = await aKaivox({ database: kaivox.database });

const ACTIVITY = `subscription ($tenantId: ID) { followUpActivity(tenantId: $tenantId) {
  kind isOwn followUp { id title status reason call { providerCallId } assignee { name } }
} }`;

type Event = {
  kind: string;
  isOwn: boolean;
  followUp: { id: string; title: string; reason: string; call: { providerCallId: string } | null };
};

/** A user who watches a tenant's follow-ups at one instance. */
function aWatcher(instance: RunningKaivox, token: string, variables: Record<string, unknown> = {}) {
  const events = aSubscription<{ followUpActivity: Event }>(instance, token, ACTIVITY, variables);
  const next = async (isMeant: (event: Event) => boolean): Promise<Event> => {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error('The subscription ended');
      const event = value.data?.followUpActivity;
      if (event && isMeant(event)) return event;
    }
  };
  return { events, next };
}

const create = async (token: string, input: object, tenantId?: string): Promise<string> => {
  const { data, errors } = await kaivox.graphql(
    'mutation ($input: CreateFollowUpInput!) { createFollowUp(input: $input) { id } }',
    { token, variables: { input: { title: 'Order brochures', tenantId, ...input } } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as { createFollowUp: { id: string } }).createFollowUp.id;
};

/** Subscribing takes a moment that nothing announces: follow-ups are made until the first is heard of. */
async function untilWatching(
  watcher: ReturnType<typeof aWatcher>,
  token: string,
  tenantId?: string,
): Promise<void> {
  let isHeard = false;
  const first = watcher.events.next().then(() => {
    isHeard = true;
  });
  while (!isHeard) await create(token, {}, tenantId);
  await first;
}

async function aTenantBesides(token: string): Promise<string> {
  const { data } = await kaivox.graphql(
    'mutation { createTenant(input: { name: "Lotus", slug: "lotus" }) { id } }',
    { token },
  );
  return (data as { createTenant: { id: string } }).createTenant.id;
}

test('an emergency is heard of while the caller is on the line, at every instance, and at no other tenant', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const admin = await kaivox.graphql.signIn(ADMIN);
  const lotus = await aTenantBesides(admin);
  const watchers = [aWatcher(kaivox, token), aWatcher(other, token)];
  for (const watcher of watchers) await untilWatching(watcher, token);
  const stranger = aWatcher(other, admin, { tenantId: lotus });
  await untilWatching(stranger, admin, lotus);

  const phone = kaivox.phone();
  await phone.dial();
  await phone.say('Please help, my wife is bleeding heavily!');

  for (const watcher of watchers) {
    const event = await watcher.next(({ kind }) => kind === 'ESCALATED');
    expect(event).toMatchObject({
      isOwn: false,
      followUp: { reason: 'EMERGENCY', status: 'OPEN', call: { providerCallId: phone.call.callId } },
    });
  }
  // What comes to the other tenant next is its own.
  const own = await create(admin, {}, lotus);
  const seen: Event[] = [];
  await stranger.next((event) => {
    seen.push(event);
    return event.followUp.id === own;
  });
  expect(seen.filter(({ kind }) => kind !== 'CREATED')).toEqual([]);
  await phone.hangUp();
});

test('it is told when it changes hands, falls due and is done, and whether oneself did it', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const admin = await kaivox.graphql.signIn(ADMIN);
  const { data } = await kaivox.graphql('{ me { id tenant { id } } }', { token });
  const me = (data as { me: { id: string; tenant: { id: string } } }).me;
  const watcher = aWatcher(other, token);
  await untilWatching(watcher, token);

  const dueAt = new Date(Date.now() + 1_500).toISOString();
  const id = await create(admin, { dueAt }, me.tenant.id);
  const kinds = async (count: number) => {
    const seen: [string, boolean][] = [];
    while (seen.length < count) {
      const event = await watcher.next(({ followUp }) => followUp.id === id);
      seen.push([event.kind, event.isOwn]);
    }
    return seen;
  };
  expect(await kinds(2)).toEqual([
    ['CREATED', false],
    ['DUE', false],
  ]);
  for (const mutation of [
    `assignFollowUp(id: "${id}", userId: "${me.id}")`,
    `noteFollowUp(id: "${id}", notes: "Called twice.")`,
    `setFollowUpStatus(id: "${id}", status: DONE)`,
    `setFollowUpStatus(id: "${id}", status: OPEN)`,
  ])
    await kaivox.graphql(`mutation { ${mutation} { id } }`, { token });
  expect(await kinds(4)).toEqual([
    ['ASSIGNED', true],
    ['CHANGED', true],
    ['SETTLED', true],
    ['CHANGED', true],
  ]);
});

test('an owner doesn’t listen to another tenant, and a super admin says to which', async () => {
  const admin = await kaivox.graphql.signIn(ADMIN);
  const unnamed = await aWatcher(kaivox, admin).events.next();
  expect(unnamed.value?.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'tenantId' });
  const foreign = await aWatcher(kaivox, await kaivox.graphql.signIn(RECEPTION), {
    tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  }).events.next();
  expect(foreign.value?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
});

test('a user who signs out hears no more', async () => {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const watcher = aWatcher(other, token);
  await untilWatching(watcher, token);
  await kaivox.graphql('mutation { signOut }', { token });
  const end = async () => {
    for (;;) {
      const { done } = await watcher.events.next();
      if (done) return 'ended';
    }
  };
  await expect(end()).rejects.toMatchObject({ code: 4401 });
});
