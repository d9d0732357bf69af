import { type RequestHandler, Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Viewer } from './auth/access.ts';
import { BOUND_NAMES, type BoundName } from './infra/reached-bounds.ts';
import { WEBHOOK_REASONS, type WebhookReason } from './webhook-log/webhook-note.ts';

export type Metrics = {
  /** Measures what passes through it, by the webhook's name; never by tenant or caller. */
  measure: RequestHandler;
  /** Tells the figures to this machine, or to a super admin's token. */
  routes: Router;
};

/** Vobiz gives up at 3 s, and fillers come at 2.2 s: the steps tell these apart. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2.2, 2.5, 3];

/** Of one process; `open`, `limit` and `webhooksSpooled` are now, the others since its start. */
type CallFigures = {
  open: number;
  limit: number;
  turnedAway: number;
  lateWordsDropped: number;
  webhooksSpooled: number;
};

/** The process's figures for Prometheus. Each process has its own. */
export function createMetrics(
  viewerFor: (token: string) => Promise<Viewer | undefined>,
  calls: () => CallFigures,
  /** How many webhooks were refused here for a reason, and how often a bound was reached. */
  bounds: { refused: (reason: WebhookReason) => number; reached: (bound: BoundName) => number },
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const webhooks = new Histogram({
    name: 'kaivox_webhook_seconds',
    help: 'How long a webhook took until its document was sent.',
    labelNames: ['webhook', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });

  const gauge = (name: string, help: string, figure: (calls: CallFigures) => number) =>
    new Gauge({
      ...{ name, help },
      registers: [registry],
      collect() {
        this.set(figure(calls()));
      },
    });
  const counter = (name: string, help: string, figure: (calls: CallFigures) => number) =>
    new Counter({
      ...{ name, help },
      registers: [registry],
      collect() {
        this.reset();
        this.inc(figure(calls()));
      },
    });
  gauge('kaivox_calls_open', 'Calls under way at this process.', ({ open }) => open);
  gauge('kaivox_calls_limit', 'Calls at once that this process takes now.', ({ limit }) => limit);
  gauge(
    'kaivox_webhooks_spooled',
    'Webhooks that were acknowledged, and wait on disk to be stored.',
    (figures) => figures.webhooksSpooled,
  );
  counter(
    'kaivox_calls_turned_away_total',
    'New calls that heard busy lines.',
    (figures) => figures.turnedAway,
  );
  counter(
    'kaivox_late_words_dropped_total',
    'Webhooks after the end of a call whose words were not kept.',
    (figures) => figures.lateWordsDropped,
  );

  const byLabel = <Label extends string>(
    { name, help, label }: { name: string; help: string; label: string },
    labels: readonly Label[],
    figure: (label: Label) => number,
  ) =>
    new Counter({
      ...{ name, help, labelNames: [label] },
      registers: [registry],
      collect() {
        this.reset();
        for (const each of labels) this.inc({ [label]: each }, figure(each));
      },
    });
  byLabel(
    {
      name: 'kaivox_webhooks_refused_total',
      help: 'Webhooks that were refused, or failed.',
      label: 'reason',
    },
    WEBHOOK_REASONS,
    bounds.refused,
  );
  byLabel(
    { name: 'kaivox_bounds_reached_total', help: 'What met a bound of a tenant’s.', label: 'bound' },
    BOUND_NAMES,
    bounds.reached,
  );

  const measure: RequestHandler = (request, response, next) => {
    const observe = webhooks.startTimer();
    const [, webhook = 'other'] = /\/(answer|input|hangup)$/.exec(request.path) ?? [];
    response.once('finish', () => observe({ webhook, status: response.statusCode }));
    next();
  };

  const routes = Router();
  routes.get('/metrics', async (request, response) => {
    const [, token] = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
    const viewer = token === undefined ? undefined : await viewerFor(token);
    if (!isLoopback(request.ip) && !mayRead(viewer)) {
      response.status(403).json({ error: 'Metrics are for this machine, or with a super admin’s token.' });
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { measure, routes };
}

const mayRead = (viewer: Viewer | undefined) => viewer?.role === 'SUPER_ADMIN' && !viewer.mustChangePassword;

/** Whether the client is on this machine: a proxy here names its own client (see app.ts, "trust proxy"). */
const isLoopback = (ip: string | undefined) => ip === '::1' || /^(::ffff:)?127\./.test(ip ?? '');
