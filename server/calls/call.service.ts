import type { Clock } from '../infra/clock.ts';
import type { Database, Tx } from '../infra/database.ts';
import type { Vault } from '../infra/secrets.ts';
import { addLine, close, findOrOpen, greet, type OpenCall, spendNonces } from './call.store.ts';
import {
  type CallerInput,
  type CallIdentity,
  type Continued,
  callKey,
  type HeardInput,
  type HungUp,
} from './call-event.ts';
import type { NotesRecordings } from './call-recording.ts';
import { type CallReply, hangingUp } from './call-reply.ts';
import type { NoticesCallers } from './caller-words.ts';
import { answeringModeAt, greetingIn } from './conversation/answering-mode.ts';
import { answeredReply, conversationIn, ownWords, recordedReply } from './conversation/call-state.ts';
import { type Decision, decide, lineOf } from './conversation/conversation.ts';
import { phrasesIn } from './conversation/phrases.ts';
import { turnNumber } from './conversation/turn-number.ts';
import { findExchange, insertExchange } from './exchange.store.ts';
import { readPromptFacts } from './prompt/prompt.store.ts';
import { replyRequest } from './prompt/prompt.ts';
import { ReplayedNonce } from './replayed-nonce.ts';
import type { ReplyDelivery } from './reply/reply-delivery.ts';
import type { Assignment, ReplyGenerator } from './reply/reply-generator.ts';
import { REPLY_CHANNEL, type ReplyNews } from './reply/reply-watch.ts';
import {
  deletePendingTranscription,
  insertPendingTranscription,
  type PendingTranscription,
} from './transcription/pending-transcription.store.ts';
import { type Heard, heardInput, type TurnTranscriber } from './transcription/turn-transcriber.ts';
import type { ReplySource } from './turn.entity.ts';

/** What a delivery of caller's input has come to, once it is stored. */
type Taken = { turn: number; assignment?: Assignment | undefined; pending?: PendingTranscription };

/** A turn whose words are known, and what there is to do about it. */
type Turn = { decision: Decision | { next: 'apologise' }; input: CallerInput; turn: number };

/** Answers calls. Every event may come again, late, or in the wrong order: what was stored first holds. */
export class CallService {
  constructor(
    private readonly database: Database,
    private readonly generator: ReplyGenerator,
    private readonly delivery: ReplyDelivery,
    private readonly clock: Clock,
    private readonly hearing: { transcriber: TurnTranscriber; vault: Vault },
    private readonly notices: NoticesCallers = { heard: async () => undefined },
    private readonly recordings: NotesRecordings = { noted: async () => undefined },
  ) {}

  /** Opens the call and greets the caller. */
  async answer(call: CallIdentity): Promise<CallReply> {
    const { persona } = call.tenant;
    if (call.to !== undefined && call.tenant.retiredNumbers.includes(call.to))
      return hangingUp(phrasesIn(persona.language).retired);
    const open = await this.#inCall(call, async (tx) => {
      const now = this.clock.now();
      const found = await this.#open(tx, call, now, greetingIn(persona, answeringModeAt(call.tenant, now)));
      if (!found.greeted && found.status === 'IN_PROGRESS')
        await greet(
          tx,
          call.tenant.id,
          found,
          greetingIn(persona, answeringModeAt(call.tenant, found.startedAt)),
          now,
        );
      return found;
    });
    return answeredReply(call.tenant, open);
  }

  /** Notes a recording. Should the carrier follow the reply, the call goes on from where it stands. */
  async recorded(call: CallIdentity): Promise<CallReply> {
    const open = await this.#inCall(call, (tx) => this.#open(tx, call, this.clock.now()));
    return recordedReply(call.tenant, open);
  }

  /** Takes what the caller said, pressed or didn't say, and resolves with the beginning of the reply. */
  async input(call: CallIdentity, input: CallerInput): Promise<CallReply> {
    return this.delivery.during(call, async (listener) => {
      const { turn, assignment, pending } = await this.#inCall(call, (tx) => this.#take(tx, call, input));
      if (pending)
        this.hearing.transcriber.start(pending, (heard) => this.#heard(call, pending, input, heard));
      if (assignment) this.generator.start(assignment);
      return assignment ? listener.begin(turn) : listener.next(turn, 0);
    });
  }

  /** Resolves with the next part of a reply that was begun. */
  async continue(call: CallIdentity, { turn, part }: Continued): Promise<CallReply> {
    return this.delivery.during(call, async (listener) => {
      if (call.recording) await this.#inCall(call, (tx) => this.#open(tx, call, this.clock.now()));
      else if (call.nonces.length > 0) await this.#inCall(call, async () => undefined);
      return listener.next(turn, part);
    });
  }

  /** Closes the call. Safe to repeat: the first hangup wins, later ones change nothing. */
  async hangUp(call: CallIdentity, { durationSeconds, cause }: HungUp): Promise<void> {
    const key = callKey(call);
    await this.#inCall(call, async (tx) => {
      const now = this.clock.now();
      const { id } = await this.#open(tx, call, now);
      if (await close(tx, call.tenant.id, id, { now, durationSeconds, cause }))
        await tx.addJob('analyse-call', { tenantId: call.tenant.id, callId: id }, { key: `analyse ${id}` });
      await tx.notify(REPLY_CHANNEL, JSON.stringify({ callKey: key, isOver: true }));
    });
    this.generator.stop(key);
  }

  /** One transaction with the call to ourselves, in which a signed webhook's nonces are spent as well. */
  #inCall<T>(call: CallIdentity, work: (tx: Tx) => Promise<T>): Promise<T> {
    const spend = async (tx: Tx) => {
      if (!(await spendNonces(tx, call.tenant.id, call.nonces))) throw new ReplayedNonce();
      return work(tx);
    };
    return this.database.inTenant(call.tenant.id, spend, { lock: call.providerCallId });
  }

  /** Finds the call, or opens it, and notes what the same webhook tells of its sound. */
  async #open(tx: Tx, call: CallIdentity, now: Date, greeting?: string): Promise<OpenCall> {
    const open = await findOrOpen(tx, call, now, greeting);
    const key = { tenantId: call.tenant.id, callId: open.id };
    if (call.recording) await this.recordings.noted(tx, key, call.recording);
    return open;
  }

  async #take(tx: Tx, call: CallIdentity, input: CallerInput): Promise<Taken> {
    const now = this.clock.now();
    const open = await this.#open(tx, call, now);
    const key = { tenantId: call.tenant.id, callId: open.id };
    const latest =
      open.lastExchange > 0 ? await findExchange(tx, { ...key, number: open.lastExchange }) : undefined;
    const turn = turnNumber(input, latest, now);
    const isRepeat =
      turn === latest?.number ||
      (turn <= open.lastExchange && (await findExchange(tx, { ...key, number: turn })));
    if (isRepeat) return { turn };
    if (input.kind === 'spokeOnRecording') {
      const { language } = call.tenant.persona;
      const pending = { key: { ...key, number: turn }, recording: input.recording, language };
      await insertExchange(tx, pending.key, this.#begun(input, now), open.silences);
      await insertPendingTranscription(tx, this.hearing.vault, pending, now);
      return { turn, pending };
    }

    const decision = decide(conversationIn(call.tenant, open, now), input, turn);
    await this.#note(tx, call, open, input);
    return { turn, assignment: await this.#act(tx, call, open, { decision, input, turn }) };
  }

  /** Goes on with a turn whose recording was listened to. */
  async #heard(
    call: CallIdentity,
    { key }: PendingTranscription,
    taken: CallerInput,
    heard: Heard,
  ): Promise<void> {
    // What came with the webhook was noted when it came.
    const known = { ...call, nonces: [], recording: undefined };
    const assignment = await this.#inCall(known, async (tx) => {
      if (!(await deletePendingTranscription(tx, key))) return undefined;
      const now = this.clock.now();
      const open = await this.#open(tx, known, now);
      const input = heard === 'failed' ? undefined : heardInput(heard.words, taken);
      if (input) await this.#note(tx, known, open, input);
      const exchange = await findExchange(tx, key);
      // Somebody else has apologised for us, or the caller has gone on.
      if (!exchange || exchange.isWritten || open.lastExchange !== key.number) return undefined;
      const decision = input
        ? decide(conversationIn(call.tenant, open, now), input, key.number)
        : ({ next: 'apologise' } as const);
      const begun = await this.#act(tx, known, open, { decision, input: input ?? taken, turn: key.number });
      const news = { callKey: callKey(call), turn: key.number, written: 1, isWritten: true };
      if (!begun) await tx.notify(REPLY_CHANNEL, JSON.stringify(news satisfies ReplyNews));
      return begun;
    });
    if (assignment) this.generator.start(assignment);
  }

  /** Puts the caller's words into the transcript, also those that come when the call is over. */
  async #note(tx: Tx, call: CallIdentity, open: OpenCall, input: HeardInput): Promise<void> {
    const text = lineOf(input);
    if (text === undefined) return;
    const confidence = input.kind === 'spoke' ? input.confidence : undefined;
    open.lineCount += 1;
    const line = { tenantId: call.tenant.id, callId: open.id, number: open.lineCount, text };
    await addLine(tx, { ...line, speaker: 'CALLER', at: this.clock.now(), confidence });
    const isOver = open.status !== 'IN_PROGRESS';
    await this.notices.heard(tx, { ...line, customerId: open.customerId, isOver });
  }

  /** Stores the exchange. @returns what the model is to write, if anything */
  async #act(
    tx: Tx,
    call: CallIdentity,
    open: OpenCall,
    { decision, input, turn }: Turn,
  ): Promise<Assignment | undefined> {
    if (decision.next === 'apologise') {
      const { language } = call.tenant.persona;
      const text = phrasesIn(language).apology(turn);
      await this.#say(tx, call, open, { input, turn, text, endsCall: false, source: 'FALLBACK' });
      return undefined;
    }
    if (decision.next === 'reply') {
      return this.#assign(tx, call, open, { input, turn, isFarewell: decision.isFarewell });
    }
    await this.#say(tx, call, open, {
      input,
      turn,
      ...ownWords(decision, call.tenant.persona, open.silences),
    });
    return undefined;
  }

  /** A reply of our own, complete at once. */
  async #say(
    tx: Tx,
    call: CallIdentity,
    open: OpenCall,
    reply: {
      input: CallerInput;
      turn: number;
      text: string | undefined;
      endsCall: boolean;
      source?: ReplySource;
    },
  ): Promise<void> {
    const now = this.clock.now();
    const key = { tenantId: call.tenant.id, callId: open.id, number: reply.turn };
    const silences = reply.input.kind === 'stayedSilent' ? open.silences + 1 : 0;
    const exchange = {
      bodyHash: reply.input.bodyHash,
      askedAt: now,
      isWritten: true,
      source: reply.source ?? 'SCRIPTED',
      sentences: reply.text === undefined ? [] : [reply.text],
      endsCall: reply.endsCall,
      stallsAt: now,
    };
    await insertExchange(tx, key, exchange, silences);
  }

  /** An exchange of which nothing is written yet. */
  #begun({ bodyHash }: CallerInput, now: Date): Parameters<typeof insertExchange>[2] {
    const { source } = this.generator;
    const stallsAt = this.generator.stallsAt(now);
    return { bodyHash, askedAt: now, isWritten: false, source, sentences: [], endsCall: false, stallsAt };
  }

  /** A reply that the model is to write. */
  async #assign(
    tx: Tx,
    call: CallIdentity,
    open: OpenCall,
    { input, turn, isFarewell }: { input: CallerInput; turn: number; isFarewell: boolean },
  ): Promise<Assignment> {
    const now = this.clock.now();
    const tenantId = call.tenant.id;
    const key = { tenantId, callId: open.id, number: turn };
    const facts = await readPromptFacts(tx, { tenantId, callId: open.id, customerId: open.customerId });
    await insertExchange(tx, key, this.#begun(input, now), 0);
    const begunAt = open.startedAt;
    const request = replyRequest({ tenant: call.tenant, ...facts, now, begunAt, isFarewell });
    return { key, callKey: callKey(call), request, lines: facts.lines, isFarewell };
  }
}
