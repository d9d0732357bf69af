import cors from 'cors';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { WithinNetworks } from './infra/networks.ts';
import type { Metrics } from './metrics.ts';

export type AppParts = {
  vobiz: Router;
  /** What the console asks for beside its own pages, by path. */
  routes: Readonly<Record<string, Router>>;
  console: Router;
  metrics: Metrics;
  /** Which proxies say which client asks; the same headers from elsewhere are ignored. */
  isTrusted: WithinNetworks;
  /**
   * The same for all instances on one database: the setup check that asks PUBLIC_URL knows by it that it leads here.
   */
  instanceId: string;
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
};

/** Pages of other origins get nothing, but for the desktop app's own: those send a token, and no cookie. */
const desktopOnly = cors({
  origin: 'app://console',
  methods: ['GET', 'POST'],
  allowedHeaders: ['authorization', 'content-type', 'range'],
  // What a file is called.
  exposedHeaders: ['content-disposition'],
  maxAge: 3_600,
});

/** The process's HTTP side: what stands where, in order. */
export function createApp(parts: AppParts): Express {
  const { vobiz, routes, console, metrics, isTrusted, instanceId, isReady } = parts;
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', isTrusted);
  app.use(helmet());
  app.get('/healthz', (_, response) => void response.json({ status: 'alive', house: instanceId }));
  app.get('/readyz', async (_, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.use(metrics.routes);
  app.use('/api/vobiz', metrics.measure, vobiz);
  for (const [path, router] of Object.entries(routes)) app.use(path, desktopOnly, router);
  app.use(console);
  app.use((_, response) => void response.status(404).json({ error: 'There is nothing at this address.' }));
  return app;
}
