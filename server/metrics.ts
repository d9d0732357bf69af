import { createHash, timingSafeEqual } from 'node:crypto';
import { type Request, type RequestHandler, Router } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { AttemptFigures } from './auth/sessions/attempt-watch.ts';
import { readNetworks, within } from './infra/networks.ts';
import { BOUND_NAMES, type BoundName } from './infra/reached-bounds.ts';
import { WEBHOOK_REASONS, type WebhookReason } from './webhook-log/webhook-note.ts';

export type Metrics = {
  /** Measures what passes through it, by the webhook's name; never by tenant or caller. */
  measure: RequestHandler;
  /** Tells the figures to who bears METRICS_TOKEN; without one, to this machine. */
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

/** The process's figures for Prometheus. Each process has its own. @param token METRICS_TOKEN */
export function createMetrics(
  token: string | undefined,
  calls: () => CallFigures,
  attempts: AttemptFigures,
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
  counter(
    'kaivox_sign_in_failures_total',
    'Wrong passwords and codes, and right ones of users who are disabled.',
    () => attempts.failures,
  );
  counter(
    'kaivox_sign_in_lock_outs_total',
    'Times that an account or a network had to wait after too many wrong ones.',
    () => attempts.lockOuts,
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
    if (token === undefined ? !isDirectlyFromHere(request) : !bears(request, token)) {
      response.status(403).json({
        error: 'Metrics are for the bearer of METRICS_TOKEN; without one, for this machine.',
      });
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { measure, routes };
}

const isLoopback = within(readNetworks('loopback', { named: true }) ?? []);
/** What proxies add, whichever of them are trusted: a request that came through one isn't from this machine. */
const FORWARDED = /^(forwarded|via|x-forwarded(-.*)?|x-real-ip)$/;

const isDirectlyFromHere = ({ socket, headers }: Request) =>
  isLoopback(socket.remoteAddress) && !Object.keys(headers).some((name) => FORWARDED.test(name));

/** In constant time: digests are equally long, whatever was sent. */
function bears(request: Request, token: string): boolean {
  const [, given = ''] = /^Bearer (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
