import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { WebhookChannel } from '../../server/automations/deliveries/webhook-channel.ts';
import { signatureHeader } from '../../server/automations/deliveries/webhook-signature.ts';
import { OutboundHttp } from '../../server/infra/outbound/outbound-http.ts';
import { Secret } from '../../server/infra/secrets.ts';

const EXAMPLE = join(import.meta.dirname, '../../docs/examples/receive-webhook.mjs');
const SECRET = 'what-only-the-receiver-knows';
const key = new Secret(SECRET);

const receiver = spawn(process.execPath, [EXAMPLE], {
  env: { WEBHOOK_SECRET: SECRET, PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const lines = createInterface({ input: receiver.stdout })[Symbol.asyncIterator]();
const url = /http:\S+/.exec(`${(await lines.next()).value}`)?.[0] ?? '';
const outbound = new OutboundHttp({ allowHosts: [new URL(url).host] });
afterAll(async () => {
  await outbound.close();
  receiver.kill();
  await once(receiver, 'exit');
});

const bodyOf = (id: string) =>
  JSON.stringify({ id, type: 'CALL_COMPLETED', call: { from: '+919876543210' } });

/** As KaiVox delivers it. @param secondsAgo when it was signed; @param signedWith null: unsigned */
function deliver(
  id: string,
  { signedWith = key, secondsAgo = 0 }: { signedWith?: Secret | null; secondsAgo?: number } = {},
) {
  const clock = { now: () => new Date(Date.now() - secondsAgo * 1_000) };
  const delivery = { id, kind: 'WEBHOOK', target: url, subject: null, body: bodyOf(id) } as const;
  return new WebhookChannel(outbound, clock).carry(delivery, signedWith ?? undefined);
}

/** As a stranger sends it who has read a delivery. */
async function post(body: string, signature: string): Promise<number> {
  const response = await fetch(url, { method: 'POST', body, headers: { 'KaiVox-Signature': signature } });
  return response.status;
}

/** What the receiver has acted on since it was asked last, up to `id`. */
async function actedOnUpTo(id: string): Promise<string[]> {
  const acted: string[] = [];
  for (;;) {
    const line = await lines.next();
    if (line.done) throw new Error(`The receiver ended before ${id}.`);
    acted.push(line.value.split(' ')[0] ?? '');
    if (acted.at(-1) === id) return acted;
  }
}

/** Delivers one more, so that all that came before it is known. */
async function actedOn(): Promise<string[]> {
  const last = randomUUID();
  await deliver(last);
  return (await actedOnUpTo(last)).slice(0, -1);
}

test('the example acts on what KaiVox signed', async () => {
  const id = randomUUID();
  expect(await deliver(id)).toEqual({ kind: 'delivered', status: 204 });
  expect(await actedOn()).toEqual([id]);
});

test('the example acts once on what is attempted again', async () => {
  const id = randomUUID();
  expect(await deliver(id, { secondsAgo: 5 })).toMatchObject({ kind: 'delivered' });
  expect(await deliver(id)).toMatchObject({ kind: 'delivered' });
  expect(await actedOn()).toEqual([id]);
});

test('the example acts on nothing that is unsigned, or signed with another secret', async () => {
  expect(await deliver(randomUUID(), { signedWith: null })).toMatchObject({ status: 401 });
  expect(await deliver(randomUUID(), { signedWith: new Secret('another') })).toMatchObject({ status: 401 });
  expect(await actedOn()).toEqual([]);
});

test.each([301, -301])('the example acts on nothing that was signed %i seconds ago', async (secondsAgo) => {
  expect(await deliver(randomUUID(), { secondsAgo: secondsAgo + Math.sign(secondsAgo) })).toMatchObject({
    status: 401,
  });
  expect(await actedOn()).toEqual([]);
});

test('a delivery that is sent again by a stranger does nothing, and no other can be made of it', async () => {
  const id = randomUUID();
  const signature = signatureHeader(key, bodyOf(id), new Date());
  expect(await post(bodyOf(id), signature)).toBe(204);
  expect(await post(bodyOf(id), signature)).toBe(204);
  expect(await post(bodyOf(randomUUID()), signature)).toBe(401);
  expect(await post(`${bodyOf(id)} `, signature)).toBe(401);
  expect(await actedOn()).toEqual([id]);
});

test('the example outlives a sender that breaks off, and a body that is no delivery', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined).resume();
  socket.end('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
  await once(socket, 'close');
  expect(await post('no JSON', signatureHeader(key, 'no JSON', new Date()))).toBe(500);
  expect(await actedOn()).toEqual([]);
});

test.each(['', 't=1', 'v1=ab', 't=,v1=', `t=1,v1=${'g'.repeat(64)}`])(
  'the example refuses %j for a signature',
  async (signature) => {
    expect(await post(bodyOf(randomUUID()), signature)).toBe(401);
  },
);
