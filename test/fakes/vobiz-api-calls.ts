import { randomUUID } from 'node:crypto';
import { type Result, refused } from './vobiz-api-result.ts';

/** What a call came to, as Vobiz charges it. Costs are major units, durations seconds. */
export type CallRecord = {
  cost: number | string;
  streaming_cost: number | string;
  total_cost: number | string;
  currency: string;
  duration: number;
  billsec: number;
  mos: number | null;
  jitter: number | null;
  packet_loss: number | null;
  hangup_cause: string;
  hangup_source: string;
  /** The other leg of a transferred call, which has a record and a charge of its own. */
  bridge_uuid: string | null;
};

export type LiveCall = { from: string; to: string; direction: 'inbound' | 'outbound' };

/** What a client had done to a live call, in order, with the body as it came. */
export type CallAction = {
  uuid: string;
  action: 'hang up' | 'transfer' | 'speak' | 'stream';
  body: Record<string, unknown>;
};

const A_RECORD: CallRecord = {
  cost: 0.65,
  streaming_cost: 0,
  total_cost: 0.65,
  currency: 'INR',
  duration: 42,
  billsec: 40,
  mos: 4.3,
  jitter: 2.1,
  packet_loss: 0,
  hangup_cause: 'NORMAL_CLEARING',
  hangup_source: 'Caller',
  bridge_uuid: null,
};

type Kept = { record: CallRecord; absentFor: number };

/** The calls of an account: those that go on, and what the others cost. */
export class FakeCalls {
  readonly live = new Map<string, LiveCall>();
  readonly actions: CallAction[] = [];
  /** Calls that a client had placed, with the body as it came. Queued: none of them was answered. */
  readonly fired: { requestUuid: string; body: Record<string, unknown> }[] = [];
  /** How many calls at once. */
  concurrency = 3;
  readonly #records = new Map<string, Kept>();

  begin(uuid: string, call: Partial<LiveCall> = {}): void {
    this.live.set(uuid, { from: '+919876543210', to: '+917971543252', direction: 'inbound', ...call });
  }

  /** A call is over, and has its record: at once, or only after that many requests for it, which get 404. */
  bill(uuid: string, record: Partial<CallRecord> = {}, { absentFor = 0 } = {}): void {
    this.live.delete(uuid);
    this.#records.set(uuid, { record: { ...A_RECORD, ...record }, absentFor });
  }

  recordOf(uuid: string): Result {
    const kept = this.#records.get(uuid);
    if (!kept || kept.absentFor > 0) {
      if (kept) kept.absentFor -= 1;
      return { status: 404, body: { success: false, error: 'CDR not found' } };
    }
    return { status: 200, body: { success: true, data: { uuid, ...kept.record } } };
  }

  /** The names of these fields are not documented, but for the fact that they are told. */
  lines(): Result {
    return { status: 200, body: { concurrency: this.concurrency, active_calls: this.live.size } };
  }

  list(query: URLSearchParams): Result {
    if (query.get('status') !== 'live') return refused(400, 'status=live expected');
    return { status: 200, body: { calls: [...this.live.keys()] } };
  }

  /** Answers that a call was queued, and does nothing more: twice asked is twice called, there is no key against it. */
  fire(body: Record<string, unknown>): Result {
    if (!isText(body.from) || !isText(body.to)) return refused(400, 'from and to are required');
    if (!isWebAddress(body.answer_url)) return refused(400, 'answer_url is required');
    if (!METHODS.includes(body.answer_method)) return refused(400, 'answer_method is GET or POST');
    for (const name of ['hangup_url', 'ring_url']) {
      if (body[name] !== undefined && !isWebAddress(body[name])) return refused(400, `${name} is no address`);
    }
    if (this.live.size >= this.concurrency) return refused(429, 'Too many calls');
    const requestUuid = randomUUID();
    this.fired.push({ requestUuid, body });
    return { status: 201, body: { request_uuid: requestUuid, message: 'Call fired' } };
  }

  hangUp(uuid: string): Result {
    return this.#act(uuid, 'hang up', {}, () => {
      this.live.delete(uuid);
      return { status: 204, body: undefined };
    });
  }

  transfer(uuid: string, body: Record<string, unknown>): Result {
    if (!LEGS.includes(body.legs)) return refused(400, 'legs is aleg, bleg or both');
    const legs = body.legs === 'both' ? ['aleg', 'bleg'] : [body.legs];
    for (const leg of legs) {
      if (!isWebAddress(body[`${leg}_url`])) return refused(400, `${leg}_url is required`);
      const method = body[`${leg}_method`];
      if (method !== undefined && !METHODS.includes(method)) return refused(400, `${leg}_method is unknown`);
    }
    return this.#act(uuid, 'transfer', body, () => ({
      status: 202,
      body: { message: 'call transferred', call_uuids: [uuid] },
    }));
  }

  speak(uuid: string, body: Record<string, unknown>): Result {
    if (!isText(body.text)) return refused(400, 'text is required');
    if (body.voice !== undefined && !['WOMAN', 'MAN'].includes(String(body.voice)))
      return refused(400, 'voice is WOMAN or MAN');
    if (body.legs !== undefined && !LEGS.includes(body.legs)) return refused(400, 'legs is unknown');
    return this.#act(uuid, 'speak', body, () => ({ status: 202, body: { message: 'speak started' } }));
  }

  stream(uuid: string, body: Record<string, unknown>): Result {
    if (!isText(body.service_url) || !/^wss?:\/\//.test(body.service_url))
      return refused(400, 'service_url is required');
    if (!['inbound', 'outbound', 'both'].includes(String(body.audio_track ?? 'inbound')))
      return refused(400, 'audio_track is unknown');
    return this.#act(uuid, 'stream', body, () => ({ status: 202, body: { stream_id: randomUUID() } }));
  }

  #act(
    uuid: string,
    action: CallAction['action'],
    body: Record<string, unknown>,
    work: () => Result,
  ): Result {
    if (!this.live.has(uuid)) return refused(404, 'Call not found');
    this.actions.push({ uuid, action, body });
    return work();
  }
}

const LEGS: readonly unknown[] = ['aleg', 'bleg', 'both'];
const METHODS: readonly unknown[] = ['GET', 'POST'];

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** An absolute address of http or https, as callbacks need one. */
const isWebAddress = (value: unknown): boolean =>
  isText(value) && /^https?:\/\//.test(value) && URL.canParse(value);
