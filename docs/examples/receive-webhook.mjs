// Receives KaiVox's webhooks, and acts on each delivery once. It needs nothing but Node:
//
//   WEBHOOK_SECRET=the-action's-secret PORT=8080 node docs/examples/receive-webhook.mjs
//
// docs/webhooks.md explains each step.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = process.env.WEBHOOK_SECRET;
if (!secret) throw new Error('WEBHOOK_SECRET is missing: the secret that you gave the automation’s webhook.');

/** A signature older than this is refused: whoever has copied a delivery can't send it again later. */
const OLDEST_SECONDS = 300;
/** More than a call's transcript ever takes. Whoever sends more is cut off. */
const MOST_BYTES = 5_000_000;
/**
 * The ids of deliveries that were acted on. A real receiver keeps them in its database, in the transaction that acts
 * on them, for at least four days: a delivery is attempted for three days and three quarters of an hour.
 */
const done = new Set();

// Behind a proxy that speaks HTTPS.
createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    // KaiVox tries again later. Where the sender broke off, nobody reads this.
    () => response.writeHead(500).end(),
  );
}).listen(Number(process.env.PORT ?? 8080), '127.0.0.1', function listening() {
  console.log(`Listening on http://127.0.0.1:${this.address().port}/`);
});

/** Resolves with the status to answer. */
async function receive(request) {
  const body = await rawBody(request);
  if (body === undefined) return 413;
  if (!isFromKaivox(request.headers['kaivox-signature'], body)) return 401;
  const delivery = JSON.parse(body.toString('utf8'));
  // The id in the body is signed; the one in the header, KaiVox-Delivery, is not.
  if (!done.has(delivery.id)) {
    act(delivery);
    done.add(delivery.id);
  }
  // A repeat is answered like the first, so that KaiVox stops sending it.
  return 204;
}

/** Yours to fill in. What takes longer than a few seconds goes into a queue: KaiVox waits ten seconds for an answer. */
function act({ id, type, call }) {
  console.log(`${id} ${type}: a call from ${call.from ?? 'a hidden number'}`);
}

/** Whether `body` was signed with our secret, and lately. */
function isFromKaivox(header, body) {
  const [, time, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (time === undefined) return false;
  const age = Date.now() / 1_000 - Number(time);
  if (Math.abs(age) > OLDEST_SECONDS) return false;
  const expected = createHmac('sha256', secret).update(`${time}.`).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

/** The bytes as they came: a body that was parsed and written anew has another signature. undefined where it is too long. */
async function rawBody(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
