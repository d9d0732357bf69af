import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What bounds a spool: strangers may send what is kept in it. */
export type SpoolBounds = {
  mostEntries: number;
  mostBytes: number;
  /** What one entry that may be a stranger's has at most, in bytes; together they fill half of the spool. */
  mostBytesOfStrangers: number;
};

/** A spool takes no more. */
class SpoolFull extends Error {
  override readonly name = 'SpoolFull';
}

/** An entry that is being written is whole within milliseconds. */
const HALF_MS = 60_000;
/** What was set aside holds callers' words, which aren't kept for ever. */
const ASIDE_MS = 7 * 24 * 60 * 60_000;

const KEPT = /^\d{15}-\d{6}-[0-9a-f]{8}\.kept$/;

/**
 * A folder of entries that outlive the process, for what was acknowledged while the database couldn't have it. Other
 * processes may share the folder: who reads an entry must bear that another has dealt with it as well.
 */
export class DiskSpool {
  /** What waits, as far as this process knows: bytes by name. */
  #sizes = new Map<string, number>();
  #bytes = 0;
  #counter = 0;
  #ready: Promise<void> | undefined;

  constructor(
    private readonly folder: string,
    private readonly bounds: SpoolBounds,
  ) {}

  /** Entries that wait, as of what this process knows. */
  get length(): number {
    return this.#sizes.size;
  }

  /**
   * Keeps an entry, under the name that it seals it for: once this resolves, it survives a crash of the machine.
   * @param at from which the name is made: entries are read in the order of their names
   * @param isTrusted whether it is known not to be a stranger's
   * @throws SpoolFull, or what the file system says
   */
  async append(at: Date, isTrusted: boolean, contentFor: (name: string) => Buffer): Promise<void> {
    await this.#open();
    this.#counter = (this.#counter + 1) % 1_000_000;
    const time = String(at.getTime()).padStart(15, '0');
    const name = `${time}-${String(this.#counter).padStart(6, '0')}-${randomUUID().slice(0, 8)}.kept`;
    const content = contentFor(name);
    if (!this.#hasRoom(content.length, isTrusted)) throw new SpoolFull();
    this.#note(name, content.length);
    try {
      const half = join(this.folder, `${name}.half`);
      await written(half, content);
      await rename(half, join(this.folder, name));
      await synced(this.folder);
      // A look at the folder meanwhile didn't find it yet.
      this.#note(name, content.length);
    } catch (error) {
      this.#forget(name);
      throw error;
    }
  }

  #hasRoom(bytes: number, isTrusted: boolean): boolean {
    const { mostEntries, mostBytes, mostBytesOfStrangers } = this.bounds;
    const share = isTrusted ? 1 : 0.5;
    const isShort = isTrusted || bytes <= mostBytesOfStrangers;
    return isShort && this.length < mostEntries * share && this.#bytes + bytes <= mostBytes * share;
  }

  /** The names of all entries, the oldest first, those of other processes too. */
  async names(): Promise<string[]> {
    await this.#open();
    return this.#look();
  }

  /** @returns undefined for an entry that is no longer there */
  async read(name: string): Promise<Buffer | undefined> {
    return readFile(join(this.folder, name)).catch(unlessGone);
  }

  /** Forgets an entry; one that is gone already stays so. */
  remove(name: string): Promise<void> {
    return this.#without(name, (file) => rm(file, { force: true }));
  }

  /** Takes an entry out of the row, and keeps its file for somebody to look at. */
  setAside(name: string): Promise<void> {
    return this.#without(name, (file) => rename(file, `${file}.aside`).catch(unlessGone));
  }

  async #without(name: string, take: (file: string) => Promise<void>): Promise<void> {
    await take(join(this.folder, name));
    this.#forget(name);
  }

  #note(name: string, size: number): void {
    this.#forget(name);
    this.#sizes.set(name, size);
    this.#bytes += size;
  }

  #forget(name: string): void {
    this.#bytes -= this.#sizes.get(name) ?? 0;
    this.#sizes.delete(name);
  }

  /** Makes the folder, and clears away what nobody needs any more, once. */
  #open(): Promise<void> {
    this.#ready ??= this.#begin().catch((error: unknown) => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #begin(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const file = join(this.folder, name);
      // Half-written ones were never acknowledged; another process may be writing one just now.
      const keptMs = name.endsWith('.half') ? HALF_MS : name.endsWith('.aside') ? ASIDE_MS : Infinity;
      const age = Date.now() - ((await stat(file).catch(unlessGone))?.mtimeMs ?? Date.now());
      if (age > keptMs) await rm(file, { force: true });
    }
    await this.#look();
  }

  /** Compares what is known with what is there. @returns the names, in order */
  async #look(): Promise<string[]> {
    const names = (await readdir(this.folder)).filter((name) => KEPT.test(name)).sort();
    const sizes = new Map<string, number>();
    for (const name of names) {
      const size = this.#sizes.get(name) ?? (await stat(join(this.folder, name)).catch(unlessGone))?.size;
      if (size !== undefined) sizes.set(name, size);
    }
    this.#sizes = sizes;
    this.#bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    return names;
  }
}

async function written(file: string, content: Buffer): Promise<void> {
  await using handle = await open(file, 'wx', 0o600);
  await handle.writeFile(content);
  await handle.sync();
}

/** A new name in a folder is on the disk only once the folder is. */
async function synced(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}

function unlessGone(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
