import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../../server/infra/config.ts';

const KEY = Buffer.alloc(32, 7);
const project = resolve(import.meta.dirname, '../../..');

describe('an empty environment', () => {
  const config = parseConfig({});

  test('listens on loopback, beside its own database, with the demo tenant', () => {
    expect(config).toMatchObject({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4000',
      dataDir: resolve(project, '.kaivox'),
      demoData: true,
      tunnel: false,
      logLevel: 'info',
      adminEmail: 'admin@kaivox.local',
    });
    expect(config.databaseUrl).toBeUndefined();
  });

  test('answers by script, and takes recordings from Vobiz alone', () => {
    expect(config.openAi).toBeUndefined();
    expect(config.vobizMediaHosts).toEqual([
      'media.vobiz.ai',
      'recordings.vobiz.ai',
      'storage.vobiz.ai',
      'api.vobiz.ai',
    ]);
    expect(config.outboundAllowHosts).toEqual([]);
  });

  test('gives a configuration that no code changes', () => {
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.vobizMediaHosts)).toBe(true);
  });
});

test.each([
  ['an empty variable is an unset one', { PORT: '', OPENAI_API_KEY: ' ' }, { port: 4000, openAi: undefined }],
  ['the system may choose the port', { PORT: '0' }, { port: 0, publicUrl: undefined }],
  [
    'a public address loses its trailing slash',
    { PUBLIC_URL: 'https://a.example/x/' },
    { publicUrl: 'https://a.example/x' },
  ],
  ['an IPv6 host is bracketed', { HOST: '::1' }, { publicUrl: 'http://[::1]:4000' }],
  ['an external database has no demo data', { DATABASE_URL: 'postgres://u:p@db/k' }, { demoData: false }],
  ['unless asked for', { DATABASE_URL: 'postgres://u:p@db/k', DEMO_DATA: 'TRUE' }, { demoData: true }],
  ['the demo can be left out', { DEMO_DATA: 'false' }, { demoData: false }],
  ["a relative DATA_DIR is the project's", { DATA_DIR: 'x/y' }, { dataDir: resolve(project, 'x/y') }],
  ['an absolute one is taken as it is', { DATA_DIR: '/var/lib/k' }, { dataDir: '/var/lib/k' }],
  ['a key is 32 bytes', { SECRET_KEY: KEY.toString('base64') }, { secretKey: KEY }],
  [
    'an API key brings the model',
    { OPENAI_API_KEY: 'sk' },
    { openAi: { apiKey: 'sk', baseUrl: undefined, model: 'gpt-4o' } },
  ],
  [
    'recordings may come from where the API is',
    { VOBIZ_API_URL: 'http://127.0.0.1:9/api/' },
    {
      vobizApiUrl: 'http://127.0.0.1:9/api',
      vobizMediaHosts: ['media.vobiz.ai', 'recordings.vobiz.ai', 'storage.vobiz.ai', '127.0.0.1:9'],
    },
  ],
  [
    'listed hosts replace that',
    { VOBIZ_MEDIA_HOSTS: 'A.example, [::1]:80,' },
    { vobizMediaHosts: ['a.example', '[::1]:80'] },
  ],
  ['webhooks may come from anywhere', {}, { vobizNetworks: undefined, metricsToken: undefined }],
  [
    'Vobiz’s networks may be named',
    { VOBIZ_NETWORKS: '15.206.6.156, 18.96.230.96/28' },
    { vobizNetworks: ['15.206.6.156/32', '18.96.230.96/28'] },
  ],
  ['a proxy on this machine is believed', {}, { trustedProxies: ['127.0.0.0/8', '::1/128'] }],
  ['others may be, and then it isn’t', { TRUST_PROXY: '10.0.0.0/8' }, { trustedProxies: ['10.0.0.0/8'] }],
  ['metrics may have a bearer', { METRICS_TOKEN: 'scrape' }, { metricsToken: 'scrape' }],
  [
    'recordings may go to a bucket',
    { RECORDINGS_S3_URL: 'https://key:word@s3.example/bucket?region=ap-south-1' },
    { recordingsS3Url: 'https://key:word@s3.example/bucket?region=ap-south-1' },
  ],
  [
    'a sender may have a name',
    { MAIL_FROM: 'The desk <d@e.example>' },
    { mailFrom: 'The desk <d@e.example>' },
  ],
])('%s', (_, env, expected) => {
  expect(parseConfig(env)).toMatchObject(expected);
});

test.each([
  ['PORT', '65536', /from 0 to 65535/],
  ['PORT', '40x', /from 0 to 65535/],
  ['PUBLIC_URL', 'kaivox.example', /address such as/],
  ['PUBLIC_URL', 'https://a.example/?hunter2=1', /without credentials, query/],
  ['DATABASE_URL', 'mysql://u:hunter2@db/k', /postgres:/],
  ['SECRET_KEY', 'hunter2', /base64 of exactly 32 bytes/],
  ['SECRET_KEY', KEY.toString('base64').replace('H', '!'), /base64/],
  ['SECRET_KEY_PREVIOUS', KEY.toString('hex'), /base64/],
  ['VOBIZ_DIALECT', 'hunter2', /auto, guide or vobizxml/],
  ['VOBIZ_MEDIA_HOSTS', 'https://hunter2.example', /host or host:port/],
  ['OUTBOUND_ALLOW_HOSTS', 'a.example/hunter2', /host or host:port/],
  ['OUTBOUND_ALLOW_HOSTS', 'a.example:99999', /host or host:port/],
  ['VOBIZ_NETWORKS', '15.206.6.156, hunter2', /list of networks/],
  ['VOBIZ_NETWORKS', ',', /list of networks/],
  ['TRUST_PROXY', 'true', /loopback, linklocal, uniquelocal/],
  ['TRUST_PROXY', 'loopback,hunter2', /loopback, linklocal, uniquelocal/],
  ['METRICS_TOKEN', 'hunter2 hunter3', /without spaces/],
  ['SMTP_URL', 'mail:hunter2', /smtps:/],
  ['RECORDINGS_S3_URL', 'https://key:hunter2@s3.example', /bucket/],
  ['MAIL_FROM', 'hunter2', /sender/],
  ['ADMIN_EMAIL', 'hunter2', /e-mail address/],
  ['DEMO_DATA', 'hunter2', /true or false/],
  ['LOG_LEVEL', 'hunter2', /debug, info/],
])('%s=%s is refused by name, and not repeated', (name, value, wanted) => {
  const parse = () => parseConfig({ [name]: value });
  expect(parse).toThrow(ConfigError);
  expect(parse).toThrow(wanted);
  expect(parse).toThrow(new RegExp(`^${name} must be [^\\n]*\\.$`));
  expect(parse).not.toThrow(/hunter2/);
});

describe('the command line', () => {
  test('opens a tunnel, whose address is known later', () => {
    const config = parseConfig({ NGROK_AUTHTOKEN: 't', PUBLIC_URL: 'https://a.example' }, ['--tunnel']);
    expect(config).toMatchObject({ tunnel: true, publicUrl: undefined });
  });

  test.each([
    [['--tunnel'], /^NGROK_AUTHTOKEN must be set/],
    [['--tunel'], /^--tunel is no option/],
  ])('%s without what it needs is refused', (argv, wanted) => {
    expect(() => parseConfig({}, argv)).toThrow(wanted);
  });
});
