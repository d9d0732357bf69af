import type { RequestListener } from 'node:http';
import { generatePassword, hashPassword } from './auth/users/passwords.ts';
import { compose } from './composition.ts';
import { configuredDatabase } from './database/configured.ts';
import { ensureDemoTenant, ensureSuperAdmin } from './database/demo-seed.ts';
import { demoTenant } from './database/demo-tenant.ts';
import { openDatabase } from './database/open.ts';
import { type Clock, systemClock } from './infra/clock.ts';
import { type Config, localUrl } from './infra/config.ts';
import { boundedServer, closeGracefully, listen } from './infra/http.ts';
import { startJobs } from './infra/jobs/jobs.ts';
import type { Log } from './infra/log.ts';
import { Notifications } from './infra/notifications.ts';
import { PublicUrl } from './infra/public-url.ts';
import { keyFromDataDir } from './infra/secret-key.ts';
import { Vault } from './infra/secrets.ts';
import { openTunnel } from './infra/tunnel.ts';
import { checkSecretKey } from './settings/secret-key-check.ts';
import type { Welcome } from './welcome.ts';

/** A running KaiVox. */
export type Kaivox = {
  welcome: Welcome;
  /** Lets running requests finish and ends everything that was started; may be called again. */
  stop(): Promise<void>;
};

/** Longer than any webhook takes: past it, what still runs is broken off. */
const GRACE_MS = 10_000;

/** Until everything is ready, the process lives, and asks to be called again. */
const notReady: RequestListener = ({ url }, response) => {
  const isAlive = url === '/healthz';
  response.writeHead(isAlive ? 200 : 503, { 'content-type': 'application/json', 'retry-after': '2' });
  response.end(JSON.stringify({ status: isAlive ? 'alive' : 'not ready' }));
};

/**
 * Starts all of KaiVox in this process.
 * @throws ConfigError or EmbeddedPostgresError with a sentence for the operator; nothing is left running then
 */
export async function startKaivox(config: Config, log: Log, clock: Clock = systemClock): Promise<Kaivox> {
  await using started = new AsyncDisposableStack();

  let listener = notReady;
  const server = boundedServer((request, response) => listener(request, response));
  const port = await listen(server, config.host, config.port);
  started.defer(() => closeGracefully(server, GRACE_MS));
  const publicUrl = new PublicUrl(config.publicUrl);
  if (config.tunnel && config.ngrokAuthtoken !== undefined) {
    const tunnel = await openTunnel(port, config.ngrokAuthtoken);
    started.defer(() => tunnel.close());
    publicUrl.settle(tunnel.url);
  }
  publicUrl.settle(localUrl(config.host, port));

  const { url, name } = await started.use(await configuredDatabase(config, log));
  const { orm, database } = await openDatabase(url, name);
  started.defer(() => orm.close(true));
  const vault = new Vault(config.secretKey ?? keyFromDataDir(config.dataDir), config.secretKeyPrevious);
  const key = await checkSecretKey(database, vault, config.secretKeyPrevious);
  const admin = await ensureSuperAdmin(
    database,
    config.adminEmail,
    passwordFrom(config.adminPassword),
    hashPassword,
  );
  const demo = config.demoData
    ? await ensureDemoTenant(database, passwordFrom(config.demoPassword), hashPassword)
    : undefined;

  const notifications = new Notifications(url, log);
  await notifications.start();
  started.defer(() => notifications.stop());
  const composed = await compose({
    config,
    database,
    notifications,
    vault,
    publicUrl,
    clock,
    log,
  });
  started.defer(composed.close);
  started.defer(await startJobs({ url, database, log }, composed.jobs));
  started.defer(composed.drain);
  await composed.resume();
  // A webhook answered before PostgreSQL listens for what it waits for would miss the announcement.
  await notifications.settled;
  started.defer(() => closeGracefully(server, GRACE_MS));
  started.defer(composed.hangUp);
  server.on('upgrade', composed.upgrade);
  listener = composed.app;

  const everything = started.move();
  return {
    welcome: {
      publicUrl: publicUrl.get(),
      localUrl: localUrl(config.host, port),
      model: config.openAi?.model,
      database: config.databaseUrl === undefined ? 'embedded' : 'external',
      dataDir: config.dataDir,
      admin,
      demo,
      slug: config.demoData ? demoTenant.slug : undefined,
      key,
    },
    stop: () => everything.disposeAsync(),
  };
}

const passwordFrom = (given: string | undefined) => () =>
  given === undefined
    ? { text: generatePassword(), wasGenerated: true }
    : { text: given, wasGenerated: false };
