import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';

/** A credential in memory. Prints, logs and serialises as ••••; `reveal` is the only way to its text. */
export class Secret {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  reveal(): string {
    return this.#text;
  }
  /** The last four characters, as ••••1234; of a short secret, nothing. */
  get hint(): string {
    return `••••${this.#text.length >= 12 ? this.#text.slice(-4) : ''}`;
  }
  toString(): string {
    return '••••';
  }
  toJSON(): string {
    return '••••';
  }
  [inspect.custom](): string {
    return '••••';
  }
}

/** Which column of which row a ciphertext belongs to. Moved elsewhere, it no longer decrypts. */
export type SecretPlace = { table: string; column: string; row: string };

const VERSION = 1;
const KEY_ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Names a key without telling it: the first 8 bytes of SHA-256 over a label and the key. */
export function keyId(key: Buffer): Buffer {
  return createHash('sha256').update('kaivox key id\0').update(key).digest().subarray(0, KEY_ID_BYTES);
}

const additionalData = ({ table, column, row }: SecretPlace) => Buffer.from(`${table}\0${column}\0${row}`);

/**
 * Encrypts stored credentials: AES-256-GCM, bound to their place.
 * Layout: version (1 byte), key id (8), IV (12), tag (16), ciphertext.
 */
export class Vault {
  /** @param previous decrypts only: the key before a rotation */
  constructor(
    private readonly key: Buffer,
    private readonly previous?: Buffer,
  ) {}

  /** Which key encrypts, as hexadecimal; stored so that an instance with another key is noticed at start. */
  get fingerprint(): string {
    return keyId(this.key).toString('hex');
  }

  seal(secret: Secret, place: SecretPlace): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(additionalData(place));
    const text = Buffer.concat([cipher.update(secret.reveal(), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([VERSION]), keyId(this.key), iv, cipher.getAuthTag(), text]);
  }

  /** @throws when no known key fits, or the ciphertext was changed or moved */
  open(sealed: Buffer, place: SecretPlace): Secret {
    const id = sealed.subarray(1, 1 + KEY_ID_BYTES);
    const key = [this.key, this.previous].find((candidate) => candidate && keyId(candidate).equals(id));
    if (sealed[0] !== VERSION || !key) {
      throw new Error(`${place.table}.${place.column} was encrypted with another SECRET_KEY`);
    }
    const ivAt = 1 + KEY_ID_BYTES;
    const tagAt = ivAt + IV_BYTES;
    const textAt = tagAt + TAG_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(ivAt, tagAt))
      .setAAD(additionalData(place))
      .setAuthTag(sealed.subarray(tagAt, textAt));
    return new Secret(
      Buffer.concat([decipher.update(sealed.subarray(textAt)), decipher.final()]).toString('utf8'),
    );
  }

  /** Whether a ciphertext still waits for `kaivox` to encrypt it with the newer key. */
  isCurrent(sealed: Buffer): boolean {
    return sealed.subarray(1, 1 + KEY_ID_BYTES).equals(keyId(this.key));
  }
}
