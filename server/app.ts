import cors from 'cors';
import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Metrics } from './metrics.ts';

export type AppParts = {
  vobiz: Router;
  graphql: Router;
  recordings: Router;
  tenantExport: Router;
  console: Router;
  metrics: Metrics;
  /** The same for all instances on one database: whoever asks PUBLIC_URL can tell whether it leads here. */
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
export function createApp({
  vobiz,
  graphql,
  recordings,
  tenantExport,
  console,
  metrics,
  instanceId,
  isReady,
}: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // A tunnel or a reverse proxy on this machine tells who really asks; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.use(helmet());
  app.get('/healthz', (_, response) => void response.json({ status: 'alive', house: instanceId }));
  app.get('/readyz', async (_, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.use(metrics.routes);
  app.use(['/graphql', '/recordings', '/export'], desktopOnly);
  app.use('/api/vobiz', metrics.measure, vobiz);
  app.use('/graphql', graphql);
  app.use('/recordings', recordings);
  app.use('/export', tenantExport);
  app.use(console);
  app.use((_, response) => void response.status(404).json({ error: 'There is nothing at this address.' }));
  return app;
}
