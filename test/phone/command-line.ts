import { parseArgs } from 'node:util';
import { DIALECTS, type Dialect } from './dialect.ts';

/** What the command line asks for. */
export type Command =
  | { kind: 'help' }
  | { kind: 'mistake'; sentence: string }
  | ({ kind: 'call' } & CallCommand);

export type CallCommand = {
  tenant: string;
  dialect: Dialect;
  from: string;
  to: string;
  server: string;
  publicUrl: string | undefined;
  authToken: string | undefined;
  /** What to say, unattended; none where a person speaks. */
  say: string[];
  json: boolean;
};

export const USAGE = `Calls a tenant of a running KaiVox, as Vobiz would.

  npm run phone -- --tenant pragati                          speak yourself
  npm run phone -- --tenant pragati --say "Are you open?"    unattended

  --tenant SLUG         whom to call
  --dialect NAME        guide (default) or vobizxml
  --from NUMBER         the caller (default +919876543210)
  --to NUMBER           the number called (default +917971543252)
  --server URL          where KaiVox listens (default http://127.0.0.1:4000)
  --public-url URL      its PUBLIC_URL, where that differs; asked of --server instead
  --auth-token TOKEN    signs every webhook with the account's token
  --say WORDS           says this instead of asking you; may be repeated; "" is silence, "#12" presses 12
  --json                prints one line of JSON for each exchange, and nothing else
  --help

Exit code 0: every document was valid and came within 3 s. Else 1, with the reasons on standard error.
`;

/** Reads the words after `npm run phone --`. */
export function readCommand(words: string[]): Command {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(words);
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error));
  }
  if (values.help) return { kind: 'help' };
  const { tenant, server, from, to, say = [], json = false } = values;
  const dialect = DIALECTS.find((name) => name === values.dialect);
  const publicUrl = values['public-url'];
  const authToken = values['auth-token'];

  if (!tenant) return mistake('Whom to call? Name a tenant: --tenant pragati.');
  if (!dialect) return mistake(`--dialect is ${DIALECTS.join(' or ')}, not "${values.dialect}".`);
  if (!isAddress(server))
    return mistake(`--server is an address such as http://127.0.0.1:4000, not "${server}".`);
  if (publicUrl !== undefined && !isAddress(publicUrl))
    return mistake(`--public-url is an address, not "${publicUrl}".`);
  return { kind: 'call', tenant, dialect, from, to, server, publicUrl, authToken, say, json };
}

const parse = (args: string[]) =>
  parseArgs({
    args,
    options: {
      tenant: { type: 'string' },
      dialect: { type: 'string', default: 'guide' },
      from: { type: 'string', default: '+919876543210' },
      to: { type: 'string', default: '+917971543252' },
      server: { type: 'string', default: 'http://127.0.0.1:4000' },
      'public-url': { type: 'string' },
      'auth-token': { type: 'string' },
      say: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;

const mistake = (sentence: string): Command => ({ kind: 'mistake', sentence });

const isAddress = (value: string) => /^https?:\/\//.test(value) && URL.canParse(value);
