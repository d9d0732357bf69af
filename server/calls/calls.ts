import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import { FewAtOnce } from '../infra/few-at-once.ts';
import type { Log } from '../infra/log.ts';
import type { Notifications } from '../infra/notifications.ts';
import type { LanguageModel } from '../language-model/language-model.ts';
import { budgets } from './budgets.ts';
import { CallResolver } from './call.resolver.ts';
import { CallService } from './call.service.ts';
import { CallActivityResolver } from './call-activity.resolver.ts';
import { CallActivity } from './call-activity.ts';
import { CallListService } from './call-list.service.ts';
import type { NotesRecordings } from './call-recording.ts';
import type { NoticesCallers } from './caller-words.ts';
import { closeLostCalls } from './close-lost-calls.job.ts';
import { CustomerErasureResolver } from './customer-erasure.resolver.ts';
import { CustomerErasure } from './customer-erasure.ts';
import { forgetExpired } from './forget-expired.job.ts';
import { HandOut } from './hand-out.ts';
import { RehearsalResolver } from './rehearsal.resolver.ts';
import { AT_ONCE, RehearsalService } from './rehearsal.service.ts';
import { ReplyDesk } from './reply-desk.ts';
import { ReplyWatches } from './reply-watch.ts';
import { CallSandbox } from './sandbox.service.ts';
import { ToldResolver } from './told.resolver.ts';

export type CallsFoundation = {
  database: Database;
  notifications: Notifications;
  model: LanguageModel;
  clock: Clock;
  log: Log;
  recordings?: NotesRecordings;
  /** Who listens in to callers. */
  notices?: NoticesCallers;
};

/** The heart, put together. */
export function createCalls(foundation: CallsFoundation) {
  const { database, notifications, model, clock, log, recordings, notices } = foundation;
  const watches = new ReplyWatches(notifications);
  const desk = new ReplyDesk(database, model, watches, clock, log, budgets);
  const handOut = new HandOut(database, watches, clock, budgets);
  const fewAtOnce = new FewAtOnce(AT_ONCE);
  return {
    /** Plays events again without a trace. */
    sandbox: new CallSandbox(database, model, log, budgets, fewAtOnce),
    service: new CallService(database, desk, handOut, clock, notices, recordings),
    resolvers: [
      new CallResolver(new CallListService(database), database),
      new ToldResolver(database),
      new CustomerErasureResolver(new CustomerErasure(database)),
      new CallActivityResolver(new CallActivity(notifications), database),
      new RehearsalResolver(new RehearsalService(database, model, clock, log, budgets, fewAtOnce)),
    ],
    tasks: {
      'close-lost-calls': () => closeLostCalls(database, clock),
      'forget-expired': () => forgetExpired(database, clock),
    },
    schedule: [
      { task: 'close-lost-calls', match: '*/5 * * * *' },
      { task: 'forget-expired', match: '41 * * * *' },
    ],
    /** Resolves once no reply is being written. */
    drain: () => desk.drain(),
  };
}
