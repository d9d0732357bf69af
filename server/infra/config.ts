import { resolve } from 'node:path';
import { z } from 'zod';
import {
  address,
  base,
  bearer,
  bucket,
  email,
  flag,
  hosts,
  key,
  networks,
  port,
  proxies,
  sender,
} from './config-forms.ts';

/** What is wrong with the environment or the command line, as one sentence without any secret in it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The whole Environment table of the README, one entry a variable, in its order. */
const environment = z.object({
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: base('https://kaivox.example.com').optional(),
  DATABASE_URL: address('postgres://user:password@host:5432/kaivox', 'postgres', 'postgresql').optional(),
  DATA_DIR: z.string().default('.kaivox'),
  SECRET_KEY: key.optional(),
  SECRET_KEY_PREVIOUS: key.optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: base('https://api.openai.com/v1').optional(),
  OPENAI_MODEL: z.string().default('gpt-4o'),
  OPENAI_ANALYSIS_MODEL: z.string().default('gpt-4o-mini'),
  OPENAI_TRANSCRIPTION_MODEL: z.string().default('gpt-4o-transcribe'),
  VOBIZ_API_URL: base('https://api.vobiz.ai/api/v1').default('https://api.vobiz.ai/api/v1'),
  VOBIZ_MEDIA_HOSTS: hosts.optional(),
  VOBIZ_DIALECT: z.enum(['auto', 'guide', 'vobizxml'], 'must be auto, guide or vobizxml').default('auto'),
  VOBIZ_NETWORKS: networks.optional(),
  TRUST_PROXY: proxies.prefault('loopback'),
  METRICS_TOKEN: bearer.optional(),
  RECORDINGS_S3_URL: bucket.optional(),
  OUTBOUND_ALLOW_HOSTS: hosts.default([]),
  SMTP_URL: address('smtps://user:password@mail.example.com', 'smtp', 'smtps').optional(),
  MAIL_FROM: sender.optional(),
  ADMIN_EMAIL: email.default('admin@kaivox.local'),
  ADMIN_PASSWORD: z.string().optional(),
  DEMO_DATA: flag.optional(),
  DEMO_PASSWORD: z.string().optional(),
  NGROK_AUTHTOKEN: z.string().optional(),
  LOG_LEVEL: z
    .enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'must be debug, info, warn or error',
    )
    .default('info'),
});

/** What the process was told from outside, read once. */
export type Config = Readonly<{
  /** 0 lets the system choose; `publicUrl` is then unset unless it was given. */
  port: number;
  host: string;
  /** Without a trailing slash; unset while only the listening socket will know the port, or a tunnel the address. */
  publicUrl?: string | undefined;
  /** Unset: the embedded PostgreSQL. */
  databaseUrl?: string | undefined;
  /** Absolute. */
  dataDir: string;
  secretKey?: Buffer | undefined;
  secretKeyPrevious?: Buffer | undefined;
  /** Unset: the scripted receptionist. Without `baseUrl`, OpenAI's own servers. */
  openAi?: Readonly<{ apiKey: string; baseUrl?: string | undefined; model: string }> | undefined;
  analysisModel: string;
  transcriptionModel: string;
  vobizApiUrl: string;
  /** `host[:port]`, in lower case, as in `outboundAllowHosts`. */
  vobizMediaHosts: readonly string[];
  vobizDialect: 'auto' | 'guide' | 'vobizxml';
  /** As `address/prefix`: webhooks from elsewhere are refused; unset: from anywhere. */
  vobizNetworks?: readonly string[] | undefined;
  /** As `address/prefix`: which proxies' X-Forwarded-* are believed. */
  trustedProxies: readonly string[];
  /** Who bears it reads the metrics; unset: this machine alone. */
  metricsToken?: string | undefined;
  /** Of S3-compatible storage, with its credentials; unset: recordings are kept in `dataDir`. */
  recordingsS3Url?: string | undefined;
  outboundAllowHosts: readonly string[];
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
  adminEmail: string;
  /** Unset: generated. */
  adminPassword?: string | undefined;
  demoData: boolean;
  demoPassword?: string | undefined;
  ngrokAuthtoken?: string | undefined;
  tunnel: boolean;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
}>;

const PROJECT = resolve(import.meta.dirname, '../..');
const CALL_RECORDINGS = ['media.vobiz.ai', 'recordings.vobiz.ai', 'storage.vobiz.ai'];

/**
 * Reads the environment and the command line's words after the program. A variable that is empty counts as unset.
 * @throws ConfigError naming the variable and what it wants.
 */
export function parseConfig(
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[] = [],
): Config {
  const given = parseEnvironment(env);
  const tunnel = parseArguments(argv);
  if (tunnel && !given.NGROK_AUTHTOKEN) throw new ConfigError('NGROK_AUTHTOKEN must be set for --tunnel.');
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model } = given;
  const mediaHosts = given.VOBIZ_MEDIA_HOSTS ?? [...CALL_RECORDINGS, new URL(given.VOBIZ_API_URL).host];
  return Object.freeze({
    port: given.PORT,
    host: given.HOST,
    publicUrl: tunnel ? undefined : (given.PUBLIC_URL ?? ownUrl(given.HOST, given.PORT)),
    databaseUrl: given.DATABASE_URL,
    dataDir: resolve(PROJECT, given.DATA_DIR),
    secretKey: given.SECRET_KEY,
    secretKeyPrevious: given.SECRET_KEY_PREVIOUS,
    openAi: apiKey ? Object.freeze({ apiKey, baseUrl, model }) : undefined,
    analysisModel: given.OPENAI_ANALYSIS_MODEL,
    transcriptionModel: given.OPENAI_TRANSCRIPTION_MODEL,
    vobizApiUrl: given.VOBIZ_API_URL,
    vobizMediaHosts: Object.freeze(mediaHosts),
    vobizDialect: given.VOBIZ_DIALECT,
    vobizNetworks: given.VOBIZ_NETWORKS && Object.freeze(given.VOBIZ_NETWORKS),
    trustedProxies: Object.freeze(given.TRUST_PROXY),
    metricsToken: given.METRICS_TOKEN,
    recordingsS3Url: given.RECORDINGS_S3_URL,
    outboundAllowHosts: Object.freeze(given.OUTBOUND_ALLOW_HOSTS),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    adminEmail: given.ADMIN_EMAIL,
    adminPassword: given.ADMIN_PASSWORD,
    demoData: given.DEMO_DATA ?? given.DATABASE_URL === undefined,
    demoPassword: given.DEMO_PASSWORD,
    ngrokAuthtoken: given.NGROK_AUTHTOKEN,
    tunnel,
    logLevel: given.LOG_LEVEL,
  });
}

/** The address of a server that listens on `host` and `port`. */
export function localUrl(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The default PUBLIC_URL, where it can be known before listening. */
function ownUrl(host: string, port: number): string | undefined {
  return port === 0 ? undefined : localUrl(host, port);
}

function parseEnvironment(env: Readonly<Record<string, string | undefined>>): z.infer<typeof environment> {
  const filled = Object.entries(env).flatMap(([name, value]) =>
    value?.trim() ? [[name, value.trim()]] : [],
  );
  const parsed = environment.safeParse(Object.fromEntries(filled));
  if (parsed.success) return parsed.data;
  // Each mistake on its own: the operator corrects one after the other anyway.
  const [mistake] = parsed.error.issues;
  throw new ConfigError(`${mistake?.path.join('.')} ${mistake?.message}.`);
}

/** @returns whether a tunnel is asked for, which is all that the command line can say. */
function parseArguments(argv: readonly string[]): boolean {
  const unknown = argv.find((word) => word !== '--tunnel');
  if (unknown !== undefined) throw new ConfigError(`${unknown} is no option; there is --tunnel.`);
  return argv.includes('--tunnel');
}
