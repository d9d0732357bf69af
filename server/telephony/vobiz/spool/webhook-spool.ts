import { within } from '../../../infra/async/time-limit.ts';
import type { Log } from '../../../infra/log.ts';
import type { Vault } from '../../../infra/secrets.ts';
import type { DiskSpool } from './disk-spool.ts';
import { opened, type SpooledWebhook, sealed } from './spooled-webhook.ts';

/** What has become of a webhook that waited. */
export type Settled = 'stored' | 'refused';

export type WebhookSpoolParts = {
  disk: DiskSpool;
  vault: Vault;
  log: Log;
  /** Stores a webhook as of the time when it came. @throws while that can't be done */
  store: (webhook: SpooledWebhook) => Promise<Settled>;
  /** Whether the database can be asked at all, so that a failure is the webhook's own. */
  isWell: () => Promise<boolean>;
  /** How long after a failure, in milliseconds, it is tried again. */
  retryMs?: number;
};

/** A caller waits for the answer meanwhile. */
const DISK_MS = 300;
const RETRY_MS = 1_000;
/** Of one webhook, while others can be stored: then an operator has to look at it. */
const MOST_FAILURES = 10;

/** Webhooks that were answered, and couldn't be stored: they wait on disk, and are stored in the order they came. */
export class WebhookSpool {
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #isStopped = false;
  readonly #failures = new Map<string, number>();

  constructor(private readonly parts: WebhookSpoolParts) {}

  /** How many wait, as far as this process knows. */
  get length(): number {
    return this.parts.disk.length;
  }

  /** Keeps a webhook for later. Never throws. @returns whether it is safe, so that it may be acknowledged */
  async keep(webhook: SpooledWebhook): Promise<boolean> {
    const { disk, vault, log } = this.parts;
    const isTrusted = webhook.admitted?.verified === true;
    try {
      await within(
        DISK_MS,
        disk.append(webhook.at, isTrusted, (name) => sealed(vault, name, webhook)),
      );
    } catch (err) {
      log.error({ err, webhook: webhook.webhook }, 'A webhook could be neither stored nor kept');
      return false;
    }
    this.#soon();
    return true;
  }

  /** Takes up what an earlier process has left. */
  async start(): Promise<void> {
    if ((await this.parts.disk.names()).length > 0) this.#soon(0);
  }

  /** Ends the round under way; what still waits, stays on disk. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#round;
  }

  #soon(ms = this.parts.retryMs ?? RETRY_MS): void {
    if (this.#isStopped || this.#timer || this.#round) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#round = this.#storeAll().finally(() => {
        this.#round = undefined;
        if (this.length > 0) this.#soon();
      });
    }, ms);
    this.#timer.unref();
  }

  async #storeAll(): Promise<void> {
    for (const name of await this.#names()) {
      if (this.#isStopped || !(await this.#store(name))) return;
    }
  }

  async #names(): Promise<string[]> {
    return this.parts.disk.names().catch((err: unknown) => {
      this.parts.log.error({ err }, 'Webhooks that wait on disk could not be listed');
      return [];
    });
  }

  /** @returns whether others may be stored as well */
  async #store(name: string): Promise<boolean> {
    const { disk, vault, log, store } = this.parts;
    try {
      const content = await disk.read(name);
      // Another process on the same folder has dealt with it.
      if (!content) return true;
      const webhook = opened(vault, name, content);
      const settled = await store(webhook);
      await disk.remove(name);
      this.#failures.delete(name);
      log.info({ webhook: webhook.webhook, came: webhook.at, settled }, 'A webhook that waited was taken');
      return true;
    } catch (err) {
      log.warn({ err, name }, 'A webhook still waits to be stored');
      return this.#failed(name);
    }
  }

  /** One that alone can't be stored doesn't keep the others waiting. */
  async #failed(name: string): Promise<boolean> {
    const { isWell, disk, log } = this.parts;
    if (!(await isWell())) return false;
    const failures = (this.#failures.get(name) ?? 0) + 1;
    this.#failures.set(name, failures);
    if (failures < MOST_FAILURES) return true;
    this.#failures.delete(name);
    await disk.setAside(name).catch((err: unknown) => log.error({ err, name }, 'It could not be set aside'));
    log.error({ name }, 'A webhook that waited can’t be stored: its file is set aside');
    return true;
  }
}
