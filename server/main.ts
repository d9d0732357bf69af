import { EmbeddedPostgresError } from './database/embedded-postgres/error.ts';
import { ConfigError, parseConfig } from './infra/config.ts';
import { createLog } from './infra/log.ts';
import { startKaivox } from './start.ts';
import { welcome } from './welcome.ts';

// Starts and stops the process: `npm start`.
try {
  const config = parseConfig(process.env, process.argv.slice(2));
  const log = createLog(config.logLevel);
  process.stderr.write('Starting KaiVox …\n');
  const kaivox = await startKaivox(config, log);
  process.stdout.write(welcome(kaivox.welcome));

  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      // An operator who presses Ctrl-C twice doesn't want to wait.
      if (isStopping) process.exit(130);
      isStopping = true;
      kaivox.stop().then(
        () => process.exit(0),
        (err: unknown) => {
          log.error({ err }, 'KaiVox did not stop cleanly');
          process.exit(1);
        },
      );
    });
  }
} catch (error) {
  const isTold = error instanceof ConfigError || error instanceof EmbeddedPostgresError;
  process.stderr.write(`${isTold ? error.message : `KaiVox could not start: ${String(error)}`}\n`);
  if (!isTold && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
