import { FRAME_BYTES, SILENCE } from './mulaw.ts';

/** What is queued to be played to the caller, checkpoints among it. Knows nothing of sockets and clocks. */
export class Playing {
  #queue: (Buffer | { checkpoint: string })[] = [];
  #isClearing = false;

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** @returns whether it is queued: what comes before a clearing is acknowledged is thrown away with the rest */
  add(sound: Buffer): boolean {
    if (!this.#isClearing) this.#queue.push(sound);
    return !this.#isClearing;
  }

  checkpoint(name: string): boolean {
    if (!this.#isClearing) this.#queue.push({ checkpoint: name });
    return !this.#isClearing;
  }

  /** Throws away what is queued, and its checkpoints: they never come. */
  clear(): void {
    this.#queue = [];
    this.#isClearing = true;
  }

  /** 20 ms pass. @returns what was heard of them, the checkpoints that were passed, and whether a clearing is done */
  tick(): { heard: Buffer; isSound: boolean; passed: string[]; cleared: boolean } {
    const cleared = this.#isClearing;
    this.#isClearing = false;
    const passed: string[] = [];
    const parts: Buffer[] = [];
    let room = FRAME_BYTES;
    for (let next = this.#queue[0]; next; next = this.#queue[0]) {
      if (!Buffer.isBuffer(next)) passed.push(next.checkpoint);
      else if (room === 0) break;
      else {
        parts.push(next.subarray(0, room));
        const rest = next.subarray(room);
        room -= Math.min(room, next.length);
        if (rest.length > 0) {
          this.#queue[0] = rest;
          break;
        }
      }
      this.#queue.shift();
    }
    const heard = Buffer.concat([...parts, Buffer.alloc(room, SILENCE)]);
    return { heard, isSound: parts.length > 0, passed, cleared };
  }
}
