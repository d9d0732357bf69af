import express, { type Express, type Router } from 'express';
import helmet from 'helmet';

export type AppParts = {
  vobiz: Router;

  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
};

/** The process's HTTP side: what stands where, in order. */
export function createApp({ vobiz, isReady }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  // A tunnel or a reverse proxy on this machine tells who really asks; nobody else is believed.
  app.set('trust proxy', 'loopback');
  app.use(helmet());
  app.get('/healthz', (_, response) => void response.json({ status: 'alive' }));
  app.get('/readyz', async (_, response) => {
    const ready = await isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.use('/api/vobiz', vobiz);
  return app;
}
