import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What the shell remembers. The token is encrypted by the operating system, in base64. */
export type Settings = {
  serverUrl?: string;
  token?: string;
  window?: { x?: number; y?: number; width: number; height: number; isMaximized: boolean };
};

/** A small file of JSON; one that can't be read is as good as none. */
export class SettingsFile {
  #settings: Settings;

  constructor(private readonly path: string) {
    this.#settings = read(path);
  }

  get(): Readonly<Settings> {
    return this.#settings;
  }

  /** Undefined forgets a value. Written beside and moved into place, so that it is never half there. */
  set(change: { [Key in keyof Settings]: Settings[Key] | undefined }): void {
    const entries = Object.entries({ ...this.#settings, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    this.#settings = Object.fromEntries(entries) as Settings;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(this.#settings), { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
  }
}

function read(path: string): Settings {
  try {
    const { serverUrl, token, window } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
    return {
      ...(typeof serverUrl === 'string' && /^https?:\/\//.test(serverUrl) && { serverUrl }),
      ...(typeof token === 'string' && { token }),
      ...(isPlace(window) && { window }),
    };
  } catch {
    return {};
  }
}

function isPlace(given: unknown): given is Settings['window'] & object {
  const { x, y, width, height, isMaximized } = (given ?? {}) as Record<string, unknown>;
  const isPosition = (at: unknown) => at === undefined || Number.isInteger(at);
  return (
    isPosition(x) &&
    isPosition(y) &&
    Number.isInteger(width) &&
    Number.isInteger(height) &&
    typeof isMaximized === 'boolean'
  );
}
