import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { hangingUp } from '../../../calls/call-reply.ts';
import { phrasesIn } from '../../../calls/conversation/phrases.ts';
import { systemClock } from '../../../infra/clock.ts';
import { type AnswerWebhookParts, answerWebhook, spendInVain } from './answer-webhook.ts';
import { surroundingsOf } from './surroundings.ts';
import { parseWebhook, WEBHOOKS, type WebhookName } from './vobiz-webhook.ts';
import { documentOf } from './vobiz-xml.ts';
import { readBody } from './webhook-body.ts';
import { noteOf } from './webhook-note.ts';

/** No tenant, so no address and no language of its own. */
const NOWHERE = surroundingsOf(undefined, () => '');

/** The webhooks of all tenants, to be mounted at /api/vobiz. Whatever is asked, the reply is a document. */
export function vobizRoutes(parts: AnswerWebhookParts): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const webhook of WEBHOOKS) {
    router
      .route(`/:slug/${webhook}`)
      .post(...readBody, (request: Request<{ slug: string }>, response: Response) =>
        answer(webhook, request, response, parts),
      )
      .all((request: Request<{ slug: string }>, response: Response) => {
        send(response.set('Allow', 'POST'), 405, nothingToSay);
        noteUnserved(webhook, request.params.slug, request, parts, 'WRONG_METHOD');
        void spendUnserved(webhook, request, parts);
      });
  }
  router.use((_, response) => send(response, 404, notInService));
  // An address that can't even be decoded is no tenant's.
  const unaddressed: ErrorRequestHandler = (err, request, response, _next) => {
    parts.log.warn({ err }, 'A webhook could not be taken');
    send(response, 404, notInService);
    const [, slug = '', last] = /^\/([^/]+)\/([^/]+)$/.exec(request.path) ?? [];
    const webhook = WEBHOOKS.find((name) => name === last);
    if (webhook) noteUnserved(webhook, slug, request, parts, 'WRONG_ADDRESS');
  };
  router.use(unaddressed);
  return router;
}

async function answer(
  webhook: WebhookName,
  request: Request<{ slug: string }>,
  response: Response,
  parts: AnswerWebhookParts,
): Promise<void> {
  const { status, xml } = await answerWebhook(deliveredBy(webhook, request), parts);
  send(response, status, xml);
}

function deliveredBy(webhook: WebhookName, request: Request<{ slug: string }>) {
  const { method, query, body, headers, params, ip: address = '' } = request;
  const path = request.baseUrl + request.path;
  return { webhook, method, slug: params.slug, path, query, body, headers, address };
}

/** A signature that came by a method that isn't served isn't good for one that is. */
async function spendUnserved(
  webhook: WebhookName,
  request: Request<{ slug: string }>,
  parts: AnswerWebhookParts,
): Promise<void> {
  try {
    await spendInVain(deliveredBy(webhook, request), parts);
  } catch (err) {
    parts.log.warn({ err }, 'The signature of a webhook by a wrong method was not spent');
  }
}

/** A webhook by another method has its fields in its query, if anywhere. */
function noteUnserved(
  webhook: WebhookName,
  slug: string,
  { method, query, headers }: Request,
  { clock = systemClock, forcedDialect, onAnswered }: AnswerWebhookParts,
  reason: 'WRONG_METHOD' | 'WRONG_ADDRESS',
): void {
  if (!onAnswered) return;
  const read = parseWebhook({ webhook, query, body: query }, forcedDialect);
  const [status, xml] = reason === 'WRONG_METHOD' ? [405, nothingToSay] : [404, notInService];
  const request = { webhook, method, slug, query, body: undefined, headers };
  onAnswered(
    noteOf(request, read, {
      at: clock.now(),
      tenantId: undefined,
      status,
      reason,
      milliseconds: 0,
      xml,
      verified: false,
    }),
  );
}

const nothingToSay = documentOf(hangingUp(), 'guide', NOWHERE);
const notInService = documentOf(hangingUp(phrasesIn(NOWHERE.language).suspended), 'guide', NOWHERE);

function send(response: Response, status: number, xml: string): void {
  // Not `response.send`, which would add an ETag and might turn a reply into 304.
  response
    .status(status)
    .set({ 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(xml);
}
