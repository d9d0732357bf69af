import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { FewAtOnce } from '../infra/few-at-once.ts';
import type { Log } from '../infra/log.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { Vault } from '../infra/secrets.ts';
import type { LanguageModel } from '../language-model/language-model.ts';
import type { Transcriber } from '../language-model/transcriber.ts';
import { budgets } from './budgets.ts';
import { CallResolver } from './call.resolver.ts';
import { CallService } from './call.service.ts';
import { CallActivityResolver } from './call-activity.resolver.ts';
import { CallActivity } from './call-activity.ts';
import { CallListService } from './call-list.service.ts';
import type { FetchesSpeech, NotesRecordings } from './call-recording.ts';
import type { NoticesCallers } from './caller-words.ts';
import { closeLostCalls } from './close-lost-calls.job.ts';
import { CustomerErasureResolver } from './customer-erasure.resolver.ts';
import { CustomerErasure } from './customer-erasure.ts';
import { forgetExpired } from './forget-expired.job.ts';
import { HandOut } from './hand-out.ts';
import { hearLeftBehind } from './hear-left-behind.job.ts';
import { HearingDesk } from './hearing-desk.ts';
import { RecordedSpeech } from './recorded-speech.ts';
import { RehearsalResolver } from './rehearsal.resolver.ts';
import { AT_ONCE, RehearsalService } from './rehearsal.service.ts';
import { ReplyDesk } from './reply-desk.ts';
import { ReplyWatches } from './reply-watch.ts';
import { CallSandbox } from './sandbox.service.ts';
import { ToldResolver } from './told.resolver.ts';

export type CallsFoundation = {
  database: Database;
  notifications: Notifications;
  vault: Vault;
  model: LanguageModel;
  clock: Clock;
  log: Log;
  recordings?: NotesRecordings & { speech: FetchesSpeech };
  /** Understands callers whom the carrier doesn't; undefined: nobody does. */
  transcriber?: Transcriber | undefined;
  /** Who listens in to callers. */
  notices?: NoticesCallers;
};

/** The heart, put together. */
export function createCalls(foundation: CallsFoundation) {
  const { database, notifications, vault, model, clock, log, recordings, transcriber } = foundation;
  const { notices = { heard: async () => undefined } } = foundation;
  const watches = new ReplyWatches(notifications);
  const desk = new ReplyDesk(database, model, watches, clock, log, budgets);
  const handOut = new HandOut(database, watches, clock, budgets);
  const speech = recordings && transcriber && new RecordedSpeech(recordings.speech, transcriber, budgets);
  const hearing = new HearingDesk(speech, log);
  const fewAtOnce = new FewAtOnce(AT_ONCE);
  return {
    /** Plays events again without a trace. */
    sandbox: new CallSandbox(database, model, log, budgets, fewAtOnce),
    service: new CallService(database, desk, handOut, clock, { desk: hearing, vault }, notices, recordings),
    resolvers: [
      new CallResolver(new CallListService(database), database),
      new ToldResolver(database),
      new CustomerErasureResolver(new CustomerErasure(database)),
      new CallActivityResolver(new CallActivity(notifications), database),
      new RehearsalResolver(new RehearsalService(database, model, clock, log, budgets, fewAtOnce)),
    ],
    tasks: {
      'close-lost-calls': () => closeLostCalls(database, clock),
      'hear-left-behind': () => hearLeftBehind({ database, vault, clock, notices, hearing }),
      'forget-expired': () => forgetExpired(database, clock),
    },
    schedule: [
      { task: 'close-lost-calls', match: '*/5 * * * *' },
      { task: 'hear-left-behind', match: '* * * * *' },
      { task: 'forget-expired', match: '41 * * * *' },
    ],
    /** Resolves once no reply is being written: what was heard begins one. */
    drain: async () => {
      await hearing.drain();
      await desk.drain();
    },
  };
}
