import { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import { hangingUp } from '../../calls/call-reply.ts';
import { SUSPENDED } from '../../calls/phrases.ts';
import { type ReceptionParts, receive } from './reception.ts';
import { WEBHOOKS, type WebhookName } from './vobiz-webhook.ts';
import { render } from './vobiz-xml.ts';
import { readBody } from './webhook-body.ts';

/** No tenant, so no address and no language of its own. */
const NOWHERE = { inputUrl: '', language: 'en-IN' };

/** The webhooks of all tenants, to be mounted at /api/vobiz. Whatever is asked, the reply is a document. */
export function vobizRoutes(parts: ReceptionParts): Router {
  const router = Router({ caseSensitive: true });
  for (const webhook of WEBHOOKS) {
    router
      .route(`/:slug/${webhook}`)
      .post(...readBody, (request: Request<{ slug: string }>, response: Response) =>
        answer(webhook, request, response, parts),
      )
      .all((_, response) => send(response.set('Allow', 'POST'), 405, render(hangingUp(), 'guide', NOWHERE)));
  }
  router.use((_, response) => send(response, 404, notInService));
  // An address that can't even be decoded leads to nobody.
  const unaddressed: ErrorRequestHandler = (err, _request, response, _next) => {
    parts.log.warn({ err }, 'A webhook could not be taken');
    send(response, 404, notInService);
  };
  router.use(unaddressed);
  return router;
}

async function answer(
  webhook: WebhookName,
  request: Request<{ slug: string }>,
  response: Response,
  parts: ReceptionParts,
): Promise<void> {
  const { query, body, headers, params } = request;
  const path = request.baseUrl + request.path;
  const { status, xml } = await receive({ webhook, slug: params.slug, path, query, body, headers }, parts);
  send(response, status, xml);
}

const notInService = render(hangingUp(SUSPENDED), 'guide', NOWHERE);

function send(response: Response, status: number, xml: string): void {
  // Not `response.send`, which would add an ETag and might turn a reply into 304.
  response
    .status(status)
    .set({ 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(xml);
}
