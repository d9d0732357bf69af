import { randomBytes } from 'node:crypto';
import { join, relative, resolve } from 'node:path';
import { createServer, type Plugin } from 'vite';
import { type Config, ConfigError } from '../infra/config.ts';
import type { DevServer } from './dev-server.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const DESKTOP = join(PROJECT, 'desktop');
const SHARED = join(PROJECT, 'shared');
const SERVER = join(PROJECT, 'server');

/** What is the server's; all else is Vite's. `/graphql/…` is a folder of the console's sources. */
const TO_THE_SERVER = /^\/((graphql|session|healthz|readyz|metrics)(\?|$)|(api|recordings|export)\/)/;

/**
 * Opens the one address: the console's sources through Vite, which tells open pages what has changed, and everything
 * else from the server. A request that meets the server between two starts waits for it.
 * @returns the port, which the system chooses where PORT is 0
 * @throws ConfigError where PORT is taken
 */
export async function openConsole(config: Config, server: DevServer) {
  const nonce = randomBytes(16).toString('base64');
  const vite = await createServer({
    configFile: join(DESKTOP, 'vite.config.ts'),
    // By default that would be desktop/node_modules, which nothing else makes.
    cacheDir: join(PROJECT, 'node_modules/.vite'),
    clearScreen: false,
    logLevel: 'warn',
    plugins: [serverBehind(server)],
    html: { cspNonce: nonce },
    server: {
      host: config.host,
      port: config.port,
      strictPort: true,
      // The server says itself who may ask from elsewhere.
      cors: false,
      headers: { 'Content-Security-Policy': policy(nonce) },
      fs: { allow: [join(DESKTOP, 'renderer'), SHARED, join(PROJECT, 'node_modules')] },
      ...(config.publicUrl && { allowedHosts: [new URL(config.publicUrl).hostname] }),
      proxy: {
        [TO_THE_SERVER.source]: { target: `http://127.0.0.1:${server.port}`, ws: true, xfwd: true },
      },
    },
  });
  try {
    await vite.listen();
  } catch (error) {
    await vite.close();
    if (!String(error).includes('already in use')) throw error;
    throw new ConfigError(`PORT ${config.port} is taken by another program; choose another PORT.`);
  }
  const address = vite.httpServer?.address();
  if (!address || typeof address === 'string') throw new TypeError('A TCP server has a port.');
  return { port: address.port, close: () => vite.close() };
}

/** Watches the server's files with Vite's own eyes, and holds requests back until it is there. */
function serverBehind(server: DevServer): Plugin {
  return {
    name: 'server-behind',
    configureServer(vite) {
      vite.watcher.add([SERVER, SHARED]);
      vite.watcher.on('all', (_, path) => {
        const isServers = [SERVER, SHARED].some((folder) => path.startsWith(join(folder, '/')));
        if (isServers && /\.(ts|json)$/.test(path)) server.changed(relative(PROJECT, path));
      });
      vite.middlewares.use(async (request, response, next) => {
        if (!TO_THE_SERVER.test(request.url ?? '') || (await server.isReady())) return next();
        response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '2' });
        response.end('The server is not running; where npm run dev was started it says why.\n');
      });
    },
  };
}

/** As `server/console.ts` has it for the built pages; styles and the start of hot reload carry this run's nonce. */
const policy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
