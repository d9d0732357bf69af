import { configuredDatabase } from './database/configured.ts';
import { EmbeddedPostgresError } from './database/embedded-postgres/error.ts';
import { openDatabase } from './database/open.ts';
import { ConfigError, parseConfig } from './infra/config.ts';
import { createLog } from './infra/log.ts';
import { keyFromDataDir } from './infra/secret-key.ts';
import { Vault } from './infra/secrets.ts';
import { reencryptSecrets } from './settings/reencrypt-secrets.ts';

// `npm run rotate-key`: encrypts every stored credential with SECRET_KEY, reading those of SECRET_KEY_PREVIOUS.
try {
  const config = parseConfig(process.env);
  const log = createLog(config.logLevel);
  await using configured = await configuredDatabase(config, log);
  const { orm, database } = await openDatabase(configured.url, configured.name);
  const vault = new Vault(config.secretKey ?? keyFromDataDir(config.dataDir), config.secretKeyPrevious);
  const { renewed, current, unreadable } = await reencryptSecrets(database, vault);
  await orm.close(true);
  process.stdout.write(`${renewed} credentials encrypted anew, ${current} were already.\n`);
  if (unreadable > 0) {
    process.stderr.write(
      `${unreadable} could not be read: they were encrypted with a key that is neither SECRET_KEY nor SECRET_KEY_PREVIOUS.\n`,
    );
    process.exitCode = 1;
  }
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  process.stderr.write(`${isTold ? error.message : `The keys could not be rotated: ${String(error)}`}\n`);
  process.exitCode = 1;
}
