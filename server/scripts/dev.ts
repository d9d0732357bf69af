import { once } from 'node:events';
import { createServer } from 'node:http';
import { startEmbeddedPostgres } from '../database/embedded-postgres/embedded-postgres.ts';
import { EmbeddedPostgresError } from '../database/embedded-postgres/error.ts';
import { ConfigError, localUrl, parseConfig } from '../infra/config.ts';
import { closeGracefully, listen } from '../infra/http.ts';
import { openConsole } from './dev-console.ts';
import { DevServer } from './dev-server.ts';

/**
 * `npm run dev`: the console with hot reload, and the server behind it, at one address, that of HOST and PORT. The
 * server starts anew when a file of server/ or shared/ changes; the embedded database stays up meanwhile.
 * `-- --inspect` lets a debugger at the server.
 */
const print = (line: string) => void process.stderr.write(`${line}\n`);

try {
  const words = process.argv.slice(2);
  const isForNode = (word: string) => word.startsWith('--inspect');
  const config = parseConfig(
    process.env,
    words.filter((word) => !isForNode(word)),
  );
  if (config.tunnel) throw new ConfigError('--tunnel goes with npm start alone.');

  await using started = new AsyncDisposableStack();
  const interrupted = once(process, 'SIGINT');
  const terminated = once(process, 'SIGTERM');
  const innerPort = await freePort();
  const server = new DevServer(innerPort);
  const console = await openConsole(config, server);
  started.defer(() => console.close());
  const env: Record<string, string> = {};
  if (config.databaseUrl === undefined) {
    const log = { info: print, warn: print, error: print };
    const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, log });
    started.defer(() => postgres.stop());
    Object.assign(env, { DATABASE_URL: postgres.url, DEMO_DATA: String(config.demoData) });
  }
  const address = localUrl(config.host, console.port);
  Object.assign(env, { PUBLIC_URL: config.publicUrl ?? address, HOST: '127.0.0.1', PORT: String(innerPort) });
  started.defer(() => server.stop());
  server.start({ words: words.filter(isForNode), env, address });
  await Promise.race([interrupted, terminated]);
  // A developer who presses Ctrl-C twice doesn't want to wait.
  process.once('SIGINT', () => process.exit(130));
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  print(isTold ? error.message : `npm run dev could not start: ${String(error)}`);
  process.exitCode = 1;
}
process.exit();

/** Free at this moment; should another program take it first, the server says so and the next change tries again. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, '127.0.0.1', 0);
  await closeGracefully(server, 0);
  return port;
}
