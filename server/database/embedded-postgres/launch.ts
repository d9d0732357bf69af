import type { Identity } from './identity.ts';

/** How to start one of PostgreSQL's programs: as whom, and with nothing of our environment that would steer it. */
export function launch({ account, wrapper }: Identity, program: string, words: readonly string[]) {
  const [file = program, ...args] = [...(wrapper ?? []), program, ...words];
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  // The account may not be let into our working directory; the root directory is open to all.
  return { file, args, how: { ...(wrapper ? {} : account), cwd: '/', env } };
}
