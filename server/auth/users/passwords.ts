import { randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import { badInput } from '../../infra/app-error.ts';
import { type Guessable, guessable } from './guessable.ts';

/** OWASP's "Password Storage Cheat Sheet": argon2id, 19 MiB, two passes, one lane. argon2id is the default. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } satisfies Options;

/** Whether a password is the one that a hash was made from. */
export type VerifyPassword = (hashed: string, password: string) => Promise<boolean>;

/** The hash of no user's password, which costs as much to verify as any other. */
export const NOBODYS_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$GWQCpghNDboALW8RVUBs9Q$j47uHCdO7Nb6ubk+SMQaVS5ZQNDsA5MabHApIgWx/mM';

const SHORTEST = 10;
const LONGEST = 200;

/** Keyboards write the same letter in different ways (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string) => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), COST);

export const verifyPassword: VerifyPassword = (hashed, password) => verify(hashed, normal(password));

const GUESSED: Readonly<Record<Guessable, string>> = {
  COMMON: 'This password is one of those that are tried first.',
  REPEATED: 'A password must not be the same thing over and over.',
  NUMBER: 'A password needs letters as well: numbers are tried first.',
  KNOWN_WORDS: 'A password must not be made of names that others know.',
};
const ADVICE = 'A few words that only you would put together are good.';

/**
 * Whether a user may choose a password.
 * @param known what others know of the user: names, also of the business
 * @throws AppError BAD_USER_INPUT naming `field`
 */
export function checkNewPassword(
  password: string,
  { email, known = [] }: { email: string; known?: readonly string[] },
  field = 'password',
): void {
  const { length } = [...normal(password)];
  if (length < SHORTEST) throw badInput(field, `A password has at least ${SHORTEST} characters.`);
  if (length > LONGEST) throw badInput(field, `A password has at most ${LONGEST} characters.`);
  if (password.trim().toLowerCase() === email.trim().toLowerCase())
    throw badInput(field, 'A password must not be the e-mail address.');
  const reason = guessable(normal(password), [email, ...known]);
  if (reason) throw badInput(field, `${GUESSED[reason]} ${ADVICE}`);
}

/** Crockford's: without i, l, o and u, which are read as others. 32 of them, so each is worth 5 bits. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Something to be read out and typed in, as `k7mqx-2bdw9-pz3ht-8vyce`: 5 bits a character. */
export function readableSecret(groups: number, groupLength: number): string {
  const characters = [...randomBytes(groups * groupLength)].map((byte) => ALPHABET[byte & 31]).join('');
  return (characters.match(new RegExp(`.{${groupLength}}`, 'g')) ?? []).join('-');
}

/** A password of 100 bits. */
export const generatePassword = (): string => readableSecret(4, 5);
