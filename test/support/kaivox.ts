import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll } from 'vitest';
import { systemClock } from '../../server/infra/clock.ts';
import { parseConfig } from '../../server/infra/config.ts';
import { createLog } from '../../server/infra/log.ts';
import { type Kaivox, startKaivox } from '../../server/start.ts';
import { Telephone, type TelephoneOptions } from '../phone/telephone.ts';
import { aDatabase, type TestDatabase } from './database.ts';
import { type GraphqlClient, graphqlClient } from './graphql.ts';

export const ADMIN = { email: 'admin@kaivox.local', password: 'correct horse battery' };
export const RECEPTION = { email: 'reception@pragati.example', password: 'staple lamp window' };

/** A whole KaiVox in this process, on a database of its own, with the demo tenant `pragati`. */
export type RunningKaivox = {
  /** Where it listens, which is its PUBLIC_URL as well unless told otherwise. */
  url: string;
  database: TestDatabase;
  /** Calls `pragati` unless told otherwise. */
  phone(options?: Partial<TelephoneOptions>): Telephone;
  graphql: GraphqlClient;
  /** Everything logged so far, one JSON object a line. */
  logged(): string;
  stop(): Promise<void>;
};

export type KaivoxOptions = {
  env?: Record<string, string>;
  /** Another instance on the same database. */
  database?: TestDatabase;
};

/** Starts it, and stops it after the file's last test. */
export async function aKaivox({ env = {}, database }: KaivoxOptions = {}): Promise<RunningKaivox> {
  const own = database ?? (await aDatabase());
  const dataDir = mkdtempSync(join(tmpdir(), 'kaivox-data-'));
  const lines: string[] = [];
  const log = createLog(
    'debug',
    new Writable({
      write(line, _, done) {
        lines.push(String(line));
        done();
      },
    }),
  );
  const config = parseConfig({
    DATABASE_URL: own.url,
    DATA_DIR: dataDir,
    PORT: '0',
    // The same for all instances on one database, as for real ones.
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    DEMO_DATA: 'true',
    ADMIN_PASSWORD: ADMIN.password,
    DEMO_PASSWORD: RECEPTION.password,
    ...env,
  });
  const kaivox: Kaivox = await startKaivox(config, log, systemClock);
  const stop = async () => {
    await kaivox.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  afterAll(stop);
  const { localUrl: url, publicUrl } = kaivox.welcome;
  return {
    url,
    database: own,
    phone: (options) =>
      new Telephone({
        server: url,
        publicUrl,
        tenant: 'pragati',
        dialect: 'vobizxml',
        from: '+919876543210',
        to: '+917971543252',
        ...options,
      }),
    graphql: graphqlClient(url),
    logged: () => lines.join(''),
    stop,
  };
}
