import { z } from 'zod';
import { readNetworks } from './networks.ts';

// The forms that the environment's variables take. A message continues a sentence that begins with the variable's
// name, and never repeats the value: that may be a secret.

/** A TCP port; 0 lets the system choose one. */
export const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
    'must be a whole number from 0 to 65535',
  )
  .transform(Number);

/** `true` or `false`, in the words that people use for them. */
export const flag = z
  .string()
  .toLowerCase()
  .refine((text) => YES.includes(text) || NO.includes(text), 'must be true or false')
  .transform((text) => YES.includes(text));
const YES = ['true', '1', 'yes', 'on'];
const NO = ['false', '0', 'no', 'off'];

/** A key of AES-256, in base64. */
export const key = z
  .string()
  .refine(
    (text) => keyOf(text) !== undefined,
    'must be base64 of exactly 32 bytes, as `openssl rand -base64 32` prints',
  )
  .transform((text) => keyOf(text) ?? Buffer.alloc(0));

function keyOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  // Buffer skips what isn't base64, so a mistyped key is noticed only by writing it again.
  const isCanonical = bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '');
  return bytes.length === 32 && isCanonical ? bytes : undefined;
}

/** An e-mail address on its own. */
export const email = z.email('must be an e-mail address, such as admin@example.com');

/** A sender as mail programs write it: `desk@example.com`, or `The desk <desk@example.com>`. */
export const sender = z
  .string()
  .regex(
    /^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
    'must be a sender, such as KaiVox <desk@example.com>',
  );

/** An address with one of the `schemes`, kept as it was written. */
export function address(example: string, ...schemes: readonly string[]) {
  const message = `must be an address such as ${example}`;
  return z.string().refine((text) => schemes.includes(URL.parse(text)?.protocol.slice(0, -1) ?? ''), message);
}

/** An HTTP address that paths are added to: comes out without a trailing slash. */
export function base(example: string) {
  return address(example, 'http', 'https')
    .refine((text) => {
      const url = URL.parse(text);
      return url !== null && url.search === '' && url.hash === '' && url.username === '';
    }, `must be an address such as ${example}, without credentials, query or fragment`)
    .transform((text) => text.replace(/\/+$/, ''));
}

/** A bucket of S3-compatible storage, with or without credentials. */
export const bucket = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^/?#]+\/[^/?#]/.test(text) && URL.canParse(text),
    'must be an address such as https://key:secret@s3.example.com/bucket?region=ap-south-1',
  );

/** Hosts as `host[:port]`, in lower case, parted by commas. */
export const hosts = z
  .string()
  .toLowerCase()
  .transform((text) => text.split(',').flatMap((host) => host.trim() || []))
  .refine(
    (list) => list.every(isHost),
    'must be a comma-separated list of host or host:port, such as media.example.com',
  );

function isHost(text: string): boolean {
  const url = URL.parse(`http://${text}`);
  return url !== null && /^[^/?#@\\\s]+$/.test(text) && (url.host === text || `${url.host}:80` === text);
}

/** Networks as CIDRs, or single addresses, parted by commas. */
export const networks = z
  .string()
  .transform((text) => readNetworks(text) ?? null)
  .refine(
    (list) => list !== null,
    'must be a comma-separated list of networks such as 15.206.6.156/32, or of addresses',
  )
  .transform((list) => list ?? []);

/** Which proxies are believed, as Express names them or as CIDRs, parted by commas. */
export const proxies = z
  .string()
  .transform((text) => readNetworks(text, { named: true }) ?? null)
  .refine(
    (list) => list !== null,
    'must be a comma-separated list of loopback, linklocal, uniquelocal, addresses or networks such as 10.0.0.0/8',
  )
  .transform((list) => list ?? []);

/** What a client sends after "Bearer", which a header can carry. */
export const bearer = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be plain letters, digits and signs, without spaces');
