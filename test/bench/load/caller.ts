import type { Dialect } from '../../phone/dialect.ts';
import { type Call, type Occasion, webhookFields } from '../../phone/webhook-fields.ts';
import type { CarrierClient, Told } from './carrier-client.ts';

const PATH = '/api/vobiz/pragati';
const TO = '+917971543252';
/** Of the demo tenant's greeting: what else speaks and listens is an apology. */
const GREETING = 'Welcome to Pragati';
/** More in a row than any reply needs. */
const MOST_REDIRECTS = 30;

type Went = 'answered' | 'turned away' | 'broken';

/** What callers went through; times are of performance.now(). */
export type Log = {
  /** Every document that a caller waited for. */
  documents: { at: number; ms: number; wasTurnedAway: boolean }[];
  turns: { at: number; isAnswered: boolean }[];
  /** How calls began: `turned away` were told that lines are busy, `broken` heard neither that nor the greeting. */
  calls: { at: number; went: Went }[];
  /** Calls that ended though the caller hadn't hung up, and what was told last. */
  cutOff: { at: number; last: string }[];
  /** Hangups that were refused: Vobiz delivers those again, and no caller hears of it. */
  refusedHangups: { at: number }[];
};

export type Pauses = {
  /** Between what a caller hears and says, in milliseconds. */
  beforeTurn(): number;
  /** Between two calls. */
  beforeCall(): number;
  /** Turns in a call. */
  turns(): number;
};

/** One person at a telephone: calls, speaks some turns with pauses, hangs up, calls again. Vobiz goes where the
 * documents lead. */
export class Caller {
  #calls = 0;

  constructor(
    private readonly client: CarrierClient,
    private readonly log: Log,
    private readonly pauses: Pauses,
    private readonly person: { number: number; dialect: Dialect },
    private readonly isOver: () => boolean,
  ) {}

  /** Calls until `isOver`; a call under way is taken to the end of its turn. */
  async live(): Promise<void> {
    while (!this.isOver()) {
      await this.#call().catch((error: unknown) => {
        this.log.cutOff.push({ at: performance.now(), last: String(error) });
      });
      await pause(this.pauses.beforeCall());
    }
  }

  async #call(): Promise<void> {
    const { number } = this.person;
    this.#calls += 1;
    const call: Call = {
      callId: `caller-${number}-${this.#calls}`,
      from: `+9196${String(number).padStart(8, '0')}`,
      to: TO,
    };
    const at = performance.now();
    const answer = await this.#ask(`${PATH}/answer`, call, { event: 'answered' }).catch(() => undefined);
    const went = answer ? wentOf(answer) : 'broken';
    this.log.calls.push({ at, went });
    if (answer) this.log.documents.push({ at, ms: answer.ms, wasTurnedAway: went === 'turned away' });
    let { action } = answer ?? {};
    const turns = this.pauses.turns();
    for (let turn = 1; turn <= turns && action && !this.isOver(); turn++) {
      await pause(this.pauses.beforeTurn());
      action = await this.#turn(action, call, `${number + 1_000}${this.#calls}${turn}`);
    }
    const durationSeconds = Math.ceil((performance.now() - at) / 1_000);
    await this.#hangUp(call, durationSeconds);
  }

  async #hangUp(call: Call, durationSeconds: number): Promise<void> {
    const at = performance.now();
    const cause = 'NORMAL_CLEARING';
    await this.#ask(`${PATH}/hangup`, call, {
      event: 'hungUp',
      durationSeconds,
      cause,
      source: 'Caller',
    }).catch(() => this.log.refusedHangups.push({ at }));
  }

  /** @returns where the next words go; undefined where the call is over */
  async #turn(action: string, call: Call, room: string): Promise<string | undefined> {
    const at = performance.now();
    let isAnswered = false;
    const hear = async (path: string, occasion: Occasion): Promise<Told> => {
      const asked = performance.now();
      const told = await this.#ask(path, call, occasion);
      this.log.documents.push({ at: asked, ms: told.ms, wasTurnedAway: false });
      isAnswered ||= told.xml.includes(` ${room} `);
      return told;
    };
    try {
      const words = `Please tell me, is room ${room} open today?`;
      let told = await hear(action, { event: 'spoke', words, confidence: 0.9 });
      for (let redirects = 0; told.redirect && redirects < MOST_REDIRECTS; redirects++)
        told = await hear(told.redirect, { event: 'redirected' });
      if (!told.action) this.log.cutOff.push({ at, last: told.xml });
      return told.action;
    } finally {
      this.log.turns.push({ at, isAnswered });
    }
  }

  #ask(path: string, call: Call, occasion: Occasion): Promise<Told> {
    return this.client.post(path, webhookFields(this.person.dialect, call, occasion));
  }
}

/** That lines are busy, a caller hears from the exchange, or, where the dialect has no word for it, from us. */
function wentOf({ xml, action }: Told): Went {
  if (action) return xml.includes(GREETING) ? 'answered' : 'broken';
  const isTold = /<Hangup[^>]*reason="busy"/.test(xml) || /<S(ay|peak)\b[\s\S]*<Hangup/.test(xml);
  return isTold ? 'turned away' : 'broken';
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
