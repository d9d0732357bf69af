import { type Call, webhookFields } from '../../phone/webhook-fields.ts';
import { CarrierClient } from '../load/carrier-client.ts';

const PATH = '/api/vobiz/pragati';

export type TurnsPlan = {
  /** Tells the calls of one plan from another's. */
  name: string;
  calls: number;
  /** How many speak at a time, each on a connection of their own, one call after the other. */
  callers: number;
  /** In each call. */
  turns: number;
};

/**
 * Callers who speak without a pause. Every reply is followed to its end; calls are left open, so that nothing but
 * turns is going on.
 */
export class Turns {
  readonly #client: CarrierClient;

  constructor(
    url: string,
    private readonly plan: TurnsPlan,
  ) {
    this.#client = new CarrierClient(url, plan.callers);
  }

  /** Has every call answered, which is no turn. */
  async answer(): Promise<void> {
    await this.#eachCall(async (index) => {
      await this.#client.post(
        `${PATH}/answer`,
        webhookFields('vobizxml', this.#call(index), { event: 'answered' }),
      );
    });
  }

  /**
   * @returns turns a second
   * @throws where a caller isn't told what the model says
   */
  async take(): Promise<number> {
    const { calls, turns } = this.plan;
    const began = performance.now();
    await this.#eachCall(async (index) => {
      for (let turn = 1; turn <= turns; turn++) await this.#turn(index, turn);
    });
    const seconds = (performance.now() - began) / 1_000;
    await this.#client.close();
    return (calls * turns) / seconds;
  }

  #call(index: number): Call {
    const { name } = this.plan;
    return {
      callId: `${name}-${index}`,
      from: `+9197${String(index).padStart(8, '0')}`,
      to: '+917971543252',
    };
  }

  async #turn(index: number, turn: number): Promise<void> {
    const call = this.#call(index);
    const room = `${index + 1_000}${turn}`;
    const words = `Please tell me, is room ${room} open today?`;
    const spoke = webhookFields('vobizxml', call, { event: 'spoke', words, confidence: 0.9 });
    let told = await this.#client.post(`${PATH}/input?turn=${turn}`, spoke);
    let isAnswered = told.xml.includes(` ${room} `);
    while (told.redirect) {
      told = await this.#client.post(told.redirect, webhookFields('vobizxml', call, { event: 'redirected' }));
      isAnswered ||= told.xml.includes(` ${room} `);
    }
    if (!isAnswered) throw new Error(`Turn ${turn} of call ${call.callId} ended with ${told.xml}`);
  }

  async #eachCall(work: (index: number) => Promise<void>): Promise<void> {
    let next = 0;
    const one = async () => {
      while (next < this.plan.calls) await work(next++);
    };
    await Promise.all(Array.from({ length: this.plan.callers }, one));
  }
}
