import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Log } from '../../infra/log.ts';
import type { NumberedLine } from '../../language-model/analyst.ts';
import type { ScriptedReading } from './scripted-reading.ts';

/** A hundred times what the longest call takes; a thread that is at it for longer is ended. */
const PATIENCE_MS = 10_000;
/** Loading the English model takes 0.3 s, on a busy machine ten times as much. */
const START_MS = 30_000;
/** The English model takes some 60 MB of it. */
const MOST_MEGABYTES = 256;

/** Beside this file, built (`.js`) or as it was written (`.ts`, read by whatever reads this file: tsx or Node). */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './scripted-worker.ts' : './scripted-worker.js',
  import.meta.url,
);

/**
 * Reads calls by script in a thread of its own, one after the other, so that no caller's words hold up the process that
 * answers calls. The thread starts with the first call, holds the English model from then on, and doesn't keep the
 * process alive.
 */
export class ScriptedReader {
  #worker: Worker | undefined;
  #latest: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(
    private readonly log: Log,
    private readonly limits = { patienceMs: PATIENCE_MS, startMs: START_MS },
    private readonly entry = WORKER,
  ) {}

  /**
   * @returns undefined where the call couldn't be read in time, or not at all
   * @throws Error once the reader is closed: the queue then gives the call to another process
   */
  read(lines: readonly NumberedLine[]): Promise<ScriptedReading | undefined> {
    const reading = this.#latest.then(() => this.#readNow(lines));
    this.#latest = reading.catch(() => undefined);
    return reading;
  }

  /** Ends the thread, whatever it is at. */
  async close(): Promise<void> {
    this.#closing.abort(new Error('The process stops'));
    await this.#latest;
    await this.#end();
  }

  async #readNow(lines: readonly NumberedLine[]): Promise<ScriptedReading | undefined> {
    this.#closing.signal.throwIfAborted();
    try {
      this.#worker ??= await this.#start();
      const answer = this.#next(this.#worker, this.limits.patienceMs);
      this.#worker.postMessage(lines);
      const [reading] = (await answer) as [ScriptedReading];
      return reading;
    } catch (err) {
      await this.#end();
      this.#closing.signal.throwIfAborted();
      this.log.error({ err }, 'A call could not be read by script; its thread was ended');
      return undefined;
    }
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(this.entry, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } });
    worker.unref();
    // Between two calls nothing listens for the thread's errors, and an error event without a listener ends the
    // process.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    try {
      await this.#next(worker, this.limits.startMs);
      return worker;
    } catch (err) {
      await worker.terminate();
      throw err;
    }
  }

  /** What the thread sends next. Rejects when it breaks, the time is over, or the reader closes. */
  #next(worker: Worker, withinMs: number): Promise<unknown[]> {
    const signal = AbortSignal.any([AbortSignal.timeout(withinMs), this.#closing.signal]);
    return once(worker, 'message', { signal });
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
