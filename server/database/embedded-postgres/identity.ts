import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';

type Account = { uid: number; gid: number };

/**
 * Whom PostgreSQL runs as, and so who owns the cluster: us, or that account. A `wrapper` is a command that goes
 * before PostgreSQL's own and becomes that account by itself.
 */
export type Identity = { account?: Account; wrapper?: readonly string[] };

/** Names of the user that root hands the cluster to; the first is made when the system has none. */
const ACCOUNTS = ['kaivox', 'postgres'] as const;

/**
 * PostgreSQL refuses to run as root, so root hands it to a system user: the owner that the cluster has, or else one
 * named kaivox or postgres. Where that user may not pass through a directory on the way to one of `paths`, such as a
 * clone in `mktemp -d` or under /root, the capability to do so goes with it.
 * @throws EmbeddedPostgresError naming the directory, where the system offers no such way.
 */
export function chooseIdentity(clusterDir: string, paths: readonly string[]): Identity {
  if (process.getuid?.() !== 0) return {};
  const account = ownerOf(clusterDir) ?? existingAccount() ?? makeAccount();
  const closed = paths.map((path) => firstClosedTo(account, path)).find((path) => path !== undefined);
  if (closed === undefined) return { account };
  const wrapper = withPassage(account);
  if (!works(wrapper)) {
    throw new EmbeddedPostgresError(
      `The embedded PostgreSQL can't run as root, and its user (uid ${account.uid}) may not enter ${closed}: ` +
        `run "chmod o+x ${closed}", start KaiVox elsewhere or as another user, or set DATABASE_URL.`,
    );
  }
  return { account, wrapper };
}

/** Of the two capabilities that open a directory, containers usually grant this one. */
function withPassage({ uid, gid }: Account): string[] {
  const capability = '+dac_override';
  const user = ['--reuid', `${uid}`, '--regid', `${gid}`, '--clear-groups'];
  return ['setpriv', ...user, `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
}

function works([command, ...args]: readonly string[]): boolean {
  return command !== undefined && succeeds(command, [...args, 'true']);
}

/** The outermost part of `path` that `account` may not enter or run, by its mode alone. */
function firstClosedTo(account: Account, path: string): string | undefined {
  const outer = dirname(path) === path ? undefined : firstClosedTo(account, dirname(path));
  if (outer !== undefined) return outer;
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return undefined;
  const bit = stat.uid === account.uid ? 0o100 : stat.gid === account.gid ? 0o010 : 0o001;
  return stat.mode & bit ? undefined : path;
}

function ownerOf(clusterDir: string): Account | undefined {
  const stat = statSync(clusterDir, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined;
}

function existingAccount(): Account | undefined {
  return ACCOUNTS.map(accountOf).find((account) => account !== undefined);
}

function accountOf(name: string): Account | undefined {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) =>
      Number(execFileSync('id', [flag, name], { stdio: 'pipe' })),
    );
    return uid && gid ? { uid, gid } : undefined;
  } catch {
    return undefined;
  }
}

function makeAccount(): Account {
  const [name] = ACCOUNTS;
  succeeds('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  const account = accountOf(name);
  if (account) return account;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL can't run as root, and a system user "${name}" couldn't be made for it: ` +
      'start KaiVox as another user, or set DATABASE_URL.',
  );
}

function succeeds(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
