import { parseArgs } from 'node:util';
import { DIALECTS, type Dialect } from './dialect.ts';
import { RECORD_SHAPES, type RecordShape } from './step.ts';
import { TRANSFER_STATUSES, type TransferStatus } from './webhook-fields.ts';

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
  parentAuthId: string | undefined;
  key: string | undefined;
  record: RecordShape;
  dial: TransferStatus;
  /** Whether streams are opened. */
  stream: boolean;
  /** Files of sound that the caller says in a stream, in order, and where what they heard is written. */
  play: string[];
  listen: string | undefined;
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
  --auth-token TOKEN    signs every webhook with the account's token, by V3 and V2
  --auth-id ID          the account's id (default MA_PHONE)
  --key KEY             the key of the tenant's addresses, where it has keyed ones
  --record SHAPE        how the account's Record behaves: documented (since 2026, default) or older
  --dial STATUS         how a Dial ends: completed (default), busy, failed, cancel, timeout or no-answer
  --stream              opens streams; without it a Stream can't be opened
  --play FILE           a wav that the caller says in a stream; may be repeated
  --listen FILE         where a wav of what they heard in it is written
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
  const { tenant, server, from, to, say = [], json = false, key, stream = false, play = [], listen } = values;
  const dialect = DIALECTS.find((name) => name === values.dialect);
  const publicUrl = values['public-url'];
  const authToken = values['auth-token'];
  const parentAuthId = values['auth-id'];
  const record = RECORD_SHAPES.find((name) => name === values.record);
  const dial = TRANSFER_STATUSES.find((name) => name === values.dial);

  if (!tenant) return mistake('Whom to call? Name a tenant: --tenant pragati.');
  if (!dialect) return mistake(`--dialect is ${DIALECTS.join(' or ')}, not "${values.dialect}".`);
  if (!isAddress(server))
    return mistake(`--server is an address such as http://127.0.0.1:4000, not "${server}".`);
  if (publicUrl !== undefined && !isAddress(publicUrl))
    return mistake(`--public-url is an address, not "${publicUrl}".`);
  if (!record) return mistake(`--record is ${RECORD_SHAPES.join(' or ')}, not "${values.record}".`);
  if (!dial) return mistake(`--dial is one of ${TRANSFER_STATUSES.join(', ')}, not "${values.dial}".`);
  if (!stream && (play.length > 0 || listen !== undefined))
    return mistake('--play and --listen are for calls with --stream.');
  const account = { authToken, parentAuthId, key, record };
  const line = { dial, stream, play, listen };
  return { kind: 'call', tenant, dialect, from, to, server, publicUrl, ...account, ...line, say, json };
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
      'auth-id': { type: 'string' },
      key: { type: 'string' },
      record: { type: 'string', default: 'documented' },
      dial: { type: 'string', default: 'completed' },
      stream: { type: 'boolean' },
      play: { type: 'string', multiple: true },
      listen: { type: 'string' },
      say: { type: 'string', multiple: true },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  }).values;

const mistake = (sentence: string): Command => ({ kind: 'mistake', sentence });

const isAddress = (value: string) => /^https?:\/\//.test(value) && URL.canParse(value);
