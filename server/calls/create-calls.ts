import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { Notifications } from '../infra/notifications.ts';
import { ReachedBounds } from '../infra/reached-bounds.ts';
import type { Vault } from '../infra/secrets.ts';
import type { LanguageModel } from '../language-model/language-model.ts';
import type { Transcriber } from '../language-model/transcriber.ts';
import { Admission } from './admission/admission.ts';
import { budgets } from './budgets.ts';
import { CallResolver } from './call.resolver.ts';
import { CallActivityResolver } from './call-activity.resolver.ts';
import { CallActivity } from './call-activity.ts';
import type { FetchesSpeech, NotesRecordings } from './call-recording.ts';
import type { NoticesCallers } from './caller-words.ts';
import { CallListService } from './history/call-list.service.ts';
import { PromptLogResolver } from './prompt/prompt-log.resolver.ts';
import { GrowingReplies } from './reply/growing-reply.ts';
import { ReplyDelivery } from './reply/reply-delivery.ts';
import { ReplyGenerator } from './reply/reply-generator.ts';
import { ReplyWatches } from './reply/reply-watch.ts';
import { CustomerErasureResolver } from './retention/customer-erasure.resolver.ts';
import { CustomerErasure } from './retention/customer-erasure.ts';
import { purgeExpired } from './retention/purge-expired.job.ts';
import { CallSandbox } from './test-calls/call-sandbox.ts';
import { RepliesAtOnce } from './test-calls/replies-at-once.ts';
import { TestCallResolver } from './test-calls/test-call.resolver.ts';
import { TestCallService } from './test-calls/test-call.service.ts';
import { RecordedSpeech } from './transcription/recorded-speech.ts';
import { recoverTranscriptions } from './transcription/recover-transcriptions.job.ts';
import { TurnTranscriber } from './transcription/turn-transcriber.ts';
import { type CallVerbs, callVerbs } from './verbs/call-verbs.ts';
import { closeLostCalls } from './verbs/close-lost-calls.job.ts';

export type CallsFoundation = {
  database: Database;
  notifications: Notifications;
  vault: Vault;
  model: LanguageModel;
  /** Answers strangers once they have had as many of the model's replies as they may in a day. */
  script: LanguageModel;
  clock: Clock;
  log: Log;
  recordings?: NotesRecordings & { speech: FetchesSpeech };
  /** Transcribes what callers said where the carrier sends only the sound; undefined where no key for it is set. */
  transcriber?: Transcriber | undefined;
  /** Told what meets a bound. */
  reached?: ReachedBounds;
  /** What hears what callers say, such as the escalation of a call to a follow-up. */
  notices?: NoticesCallers;
};

/** What calls bring to the process. */
export function createCalls(foundation: CallsFoundation) {
  const { database, notifications, vault, model, script, clock, log, recordings, transcriber } = foundation;
  const { notices = { heard: async () => undefined }, reached = new ReachedBounds() } = foundation;
  const watches = new ReplyWatches(notifications);
  const admission = new Admission();
  const replies = new GrowingReplies();
  const generator = new ReplyGenerator(database, model, script, replies, watches, clock, log, budgets);
  const delivery = new ReplyDelivery(database, replies, watches, clock, budgets);
  const speech = recordings && transcriber && new RecordedSpeech(recordings.speech, transcriber, budgets);
  const turnTranscriber = new TurnTranscriber(speech, log);
  const repliesAtOnce = new RepliesAtOnce();
  return {
    /** Plays events again without a trace. */
    sandbox: new CallSandbox(database, model, log, budgets, repliesAtOnce),
    calls: callVerbs({
      ...{ database, clock, notices, generator, delivery, vault, admission, budgets, reached },
      transcriber: turnTranscriber,
      recordings: recordings ?? { noted: async () => undefined },
    }),
    resolvers: [
      new CallResolver(new CallListService(database), database),
      new PromptLogResolver(database),
      new CustomerErasureResolver(new CustomerErasure(database, clock)),
      new CallActivityResolver(new CallActivity(notifications), database),
      new TestCallResolver(new TestCallService(database, model, clock, log, budgets, repliesAtOnce)),
    ],
    tasks: {
      'close-lost-calls': () => closeLostCalls(database, clock),
      'recover-transcriptions': () =>
        recoverTranscriptions({ database, vault, clock, notices, transcriber: turnTranscriber }),
      'purge-expired': () => purgeExpired(database, clock),
    },
    schedule: [
      { task: 'close-lost-calls', match: '*/5 * * * *' },
      { task: 'recover-transcriptions', match: '* * * * *' },
      { task: 'purge-expired', match: '41 * * * *' },
    ],
    admission,
    /** Measures how it does from now on. */
    resume: async () => admission.start(),
    /** Resolves once no reply is being written: what was heard begins one. */
    drain: async () => {
      await turnTranscriber.drain();
      await generator.drain();
      admission.close();
    },
  } satisfies Module & { sandbox: CallSandbox; calls: CallVerbs; admission: Admission };
}
