import type { FirstSignIn } from './database/demo-seed.ts';
import type { SecretKeyCheck } from './settings/secret-key-check.ts';

export type Welcome = {
  publicUrl: string;
  localUrl: string;
  /** The model's name, or undefined for the scripted receptionist. */
  model: string | undefined;
  database: 'embedded' | 'external';
  dataDir: string;
  admin: FirstSignIn | undefined;
  demo: FirstSignIn | undefined;
  /** A tenant to call and to show the addresses of. */
  slug: string | undefined;
  key: SecretKeyCheck;
};

/** One screenful: where to look, how to sign in, what to give Vobiz, how to call. */
export function welcome(start: Welcome): string {
  const webhooks = `${start.publicUrl}/api/vobiz/${start.slug ?? '{slug}'}`;
  const lines = [
    'KaiVox answers.',
    '',
    `  Console     ${start.localUrl}/`,
    `  GraphQL     ${start.localUrl}/graphql`,
    `  Database    ${start.database === 'embedded' ? `embedded PostgreSQL in ${start.dataDir}` : 'PostgreSQL at DATABASE_URL'}`,
    `  Receptionist  ${start.model ?? 'scripted, as OPENAI_API_KEY is not set'}`,
    '',
    ...keyTrouble(start.key),
    ...signIns(start),
    'Webhooks for Vobiz',
    `  answer      ${webhooks}/answer`,
    `  input       ${webhooks}/input`,
    `  hangup      ${webhooks}/hangup`,
    ...reachability(start.publicUrl),
    '',
    'Call it from another terminal',
    `  npm run phone -- --tenant ${start.slug ?? '{slug}'}${start.localUrl === 'http://127.0.0.1:4000' ? '' : ` --server ${start.localUrl}`}`,
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function signIns({ admin, demo }: Welcome): string[] {
  if (!admin && !demo) return ['Sign in with the passwords of the first start.', ''];
  return [
    'Sign in (shown this once; write it down)',
    ...(admin ? [signIn('super admin', admin, 'ADMIN_PASSWORD')] : []),
    ...(demo ? [signIn('demo tenant', demo, 'DEMO_PASSWORD')] : []),
    '',
  ];
}

/** A password that the operator chose is not repeated on a screen. */
const signIn = (who: string, { email, password }: FirstSignIn, variable: string) =>
  `  ${who} ${email}  ${password.wasGenerated ? password.text : `(password: ${variable})`}`;

/** All else works meanwhile, so it is told and not an end. */
function keyTrouble(key: SecretKeyCheck): string[] {
  if (key.state === 'another') return [key.sentence, ''];
  if (key.state === 'to rotate')
    return ['SECRET_KEY has changed: run `npm run rotate-key` once, then drop SECRET_KEY_PREVIOUS.', ''];
  return [];
}

function reachability(publicUrl: string): string[] {
  const { hostname } = new URL(publicUrl);
  const isLocal = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  return isLocal ? ['  Vobiz cannot reach this machine so: set PUBLIC_URL to its public address.'] : [];
}
