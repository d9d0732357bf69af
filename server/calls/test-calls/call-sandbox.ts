import { assertNever } from '../../../shared/assert-never.ts';
import type { Viewer } from '../../auth/access.ts';
import type { Database } from '../../infra/database.ts';
import type { Log } from '../../infra/log.ts';
import type { LanguageModel } from '../../language-model/language-model.ts';
import type { Budgets } from '../budgets.ts';
import type { CallEvent, CallIdentity, Continued, HeardInput, SoundAwaited } from '../call-event.ts';
import { type CallReply, goingOn, hangingUp, listening, segmentReply } from '../call-reply.ts';
import { answeredReply, conversationIn, ownWords } from '../conversation/call-state.ts';
import { decide, lineOf } from '../conversation/conversation.ts';
import { phrasesIn } from '../conversation/phrases.ts';
import { turnNumber } from '../conversation/turn-number.ts';
import { replyRequest } from '../prompt/prompt.ts';
import { firstSegment } from '../reply/first-segment.ts';
import { failed, finished } from '../reply/reply-outcome.ts';
import { nextSegment } from '../reply/reply-segment.ts';
import { writeReply } from '../reply/reply-writer.ts';
import { type PastCall, readPastCall, readTranscribed } from './past-call.store.ts';
import type { RepliesAtOnce } from './replies-at-once.ts';

/** What an event would be answered. */
export type SandboxReply = {
  reply: CallReply;
  /** Sentences that later documents would hold. */
  later: string[];
  /** How long it took. */
  milliseconds: number;
};

/** Plays an event of a call again: as the call stood then, with the tenant as it is now. Nothing of it is stored. */
export class CallSandbox {
  constructor(
    private readonly database: Database,
    private readonly model: LanguageModel,
    private readonly log: Log,
    private readonly budgets: Budgets,
    private readonly repliesAtOnce: RepliesAtOnce,
  ) {}

  /**
   * @param moment when the event came
   * @throws AppError RATE_LIMITED
   */
  reply(
    { userId }: Pick<Viewer, 'userId'>,
    call: CallIdentity,
    event: CallEvent,
    moment: Date,
  ): Promise<SandboxReply> {
    return this.repliesAtOnce.run(userId, async () => {
      const begun = performance.now();
      const past = await this.database.inTenant(call.tenant.id, (tx) => readPastCall(tx, call, moment));
      const answer = await this.#answer(call, event, past, moment);
      return { later: [], ...answer, milliseconds: Math.round(performance.now() - begun) };
    });
  }

  async #answer(
    call: CallIdentity,
    event: CallEvent,
    past: PastCall,
    moment: Date,
  ): Promise<{ reply: CallReply; later?: string[] }> {
    const { tenant, to } = call;
    switch (event.kind) {
      case 'answered':
        if (to !== undefined && tenant.retiredNumbers.includes(to))
          return { reply: hangingUp(phrasesIn(tenant.persona.language).retired) };
        return { reply: answeredReply(tenant, past) };
      case 'recorded':
      case 'recordingBegun':
        return { reply: goingOn() };
      case 'recordingEnded': {
        const { reply, later = [] } = await this.#answer(call, event.input, past, moment);
        return { reply: goingOn(), later: [...wordsOf(reply), ...later] };
      }
      case 'soundAwaited':
        return { reply: awaitedReply(call, past, event) };
      case 'hungUp':
        return { reply: hangingUp() };
      case 'continued':
        return { reply: storedReply(call, past, event) };
      case 'spoke':
      case 'pressed':
      case 'stayedSilent':
        return this.#input(call, event, past, moment);
      case 'spokeOnRecording': {
        const turn = event.turn ?? past.lastExchange + 1;
        const words = await this.#transcribed(call, turn, moment);
        if (words !== undefined) {
          const { bodyHash, repeatsWithoutTurn } = event;
          const heard = { kind: 'spoke' as const, words, confidence: undefined };
          return this.#input(call, { ...heard, turn, bodyHash, repeatsWithoutTurn }, past, moment);
        }
        const { language, noSpeechMessage } = tenant.persona;
        return { reply: listening(phrasesIn(language).apology(turn), turn + 1, noSpeechMessage) };
      }
      default:
        return assertNever(event);
    }
  }

  /** The recording itself isn't kept: what was made of it then counts. */
  #transcribed({ tenant, providerCallId }: CallIdentity, turn: number, moment: Date) {
    return this.database.inTenant(tenant.id, (tx) =>
      readTranscribed(tx, { tenantId: tenant.id, providerCallId, turn, moment }),
    );
  }

  async #input(call: CallIdentity, input: HeardInput, past: PastCall, moment: Date) {
    const { tenant } = call;
    const turn = turnNumber(input, past.exchanges.at(-1), moment);
    if (past.exchanges.some(({ number }) => number === turn)) {
      return { reply: storedReply(call, past, { turn, part: 0 }) };
    }
    const decision = decide(conversationIn(tenant, past, moment), input, turn);
    if (decision.next !== 'reply') {
      const { text, endsCall } = ownWords(decision, tenant.persona, past.silences);
      const goesOn = () => listening(text ?? '', turn + 1, tenant.persona.noSpeechMessage);
      return { reply: endsCall ? hangingUp(text) : goesOn() };
    }
    const said = { speaker: 'CALLER' as const, text: lineOf(input) ?? '' };
    return this.#write(call, { ...past, lines: [...past.lines, said] }, { turn, moment, ...decision });
  }

  async #write(
    { tenant }: CallIdentity,
    past: PastCall,
    { turn, moment, isFarewell }: { turn: number; moment: Date; isFarewell: boolean },
  ) {
    const facts = { lines: past.lines, caller: past.caller };
    const request = replyRequest({ tenant, ...facts, now: moment, begunAt: past.startedAt, isFarewell });
    const begun = performance.now();
    const sentences: string[] = [];
    const sentenceMs: number[] = [];
    const ending = await writeReply(
      (signal) => this.model.reply(request, signal),
      {
        budgets: this.budgets,
        signal: new AbortController().signal,
        agentName: tenant.persona.agentName,
      },
      (sentence) => {
        sentences.push(sentence);
        sentenceMs.push(performance.now() - begun);
      },
      (err) => this.log.warn({ err, tenantId: tenant.id }, 'The model failed a webhook in the sandbox'),
    );
    const written = {
      sentences,
      turn,
      isFarewell,
      businessName: tenant.name,
      language: tenant.persona.language,
    };
    const outcome = ending === 'finished' ? finished(written, this.model.source) : failed(written);
    const tookMs = performance.now() - begun;
    const part = firstSegment(
      { outcome, sentenceMs, tookMs, turn },
      this.budgets,
      phrasesIn(tenant.persona.language),
    );
    return {
      reply: segmentReply(part, turn, 0, tenant.persona.noSpeechMessage),
      later: outcome.sentences.slice(part.took),
    };
  }
}

/** What a caller hears of a reply, whichever request brings it. */
const wordsOf = (reply: CallReply): string[] =>
  reply.flatMap((step) => (step.step === 'listen' ? [step.saying] : step.step === 'say' ? [step.text] : []));

/** The reply to a turn that was taken by then; else the wait goes on. */
function awaitedReply(call: CallIdentity, past: PastCall, { turn, waited, most }: SoundAwaited): CallReply {
  const isTaken = past.exchanges.some(({ number }) => number === turn);
  if (isTaken || past.status !== 'IN_PROGRESS') return storedReply(call, past, { turn, part: 0 });
  return [{ step: 'awaitSound', turn, waited: waited + 1, most }];
}

/** The segment of a reply as it was spoken then; an apology for one that isn't stored any more. */
function storedReply(
  { tenant }: CallIdentity,
  past: PastCall,
  { turn, part }: Pick<Continued, 'turn' | 'part'>,
): CallReply {
  if (past.status !== 'IN_PROGRESS') return hangingUp();
  const { noSpeechMessage, language } = tenant.persona;
  const phrases = phrasesIn(language);
  const exchange = past.exchanges.find(({ number }) => number === turn);
  if (!exchange) return listening(phrases.broken, turn + 1, noSpeechMessage);
  const before = exchange.segments.slice(0, part);
  const next = nextSegment({ ...exchange, isWritten: true, segments: before }, phrases);
  return segmentReply(next, turn, before.length, noSpeechMessage);
}
