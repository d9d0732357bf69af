import { createApp } from './app.ts';
import { budgets } from './calls/budgets.ts';
import { CallService } from './calls/call.service.ts';
import { closeLostCalls } from './calls/close-lost-calls.job.ts';
import { HandOut } from './calls/hand-out.ts';
import { ReplyDesk } from './calls/reply-desk.ts';
import { ReplyWatches } from './calls/reply-watch.ts';
import type { Clock } from './infra/clock.ts';
import type { Config } from './infra/config.ts';
import type { Database } from './infra/database.ts';
import type { Jobs } from './infra/jobs.ts';
import type { Log } from './infra/log.ts';
import type { Notifications } from './infra/notifications.ts';
import type { PublicUrl } from './infra/public-url.ts';
import type { Vault } from './infra/secrets.ts';
import { OpenAiModel } from './language-model/openai.ts';
import { ScriptedReceptionist } from './language-model/scripted.ts';
import { WebhookTokens } from './numbers/webhook-tokens.ts';
import { vobizRoutes } from './telephony/vobiz/vobiz-routes.ts';
import { TenantDirectory } from './tenants/tenant-directory.ts';

/** What everything stands on. */
export type Foundation = {
  config: Config;
  database: Database;
  notifications: Notifications;
  vault: Vault;
  publicUrl: PublicUrl;
  clock: Clock;
  log: Log;
};

/** The one place that says which adapter serves which port. */
export function compose({ config, database, notifications, vault, publicUrl, clock, log }: Foundation) {
  const directory = new TenantDirectory(database, clock, notifications);
  const model = config.openAi ? new OpenAiModel(config.openAi) : new ScriptedReceptionist();
  const watches = new ReplyWatches(notifications);
  const desk = new ReplyDesk(database, model, watches, clock, log, budgets);
  const calls = new CallService(database, desk, new HandOut(database, watches, clock, budgets), clock);
  const tokens = new WebhookTokens(database, vault, clock, notifications);
  const app = createApp({
    vobiz: vobizRoutes({
      publicUrl: () => publicUrl.get(),
      forcedDialect: config.vobizDialect,
      directory,
      tokensOf: (tenant) => tokens.of(tenant.id),
      calls,
      log,
    }),
    isReady: () => database.asPlatform((tx) => tx.one('select 1')).then(Boolean, () => false),
  });
  const jobs: Jobs = {
    tasks: { 'close-lost-calls': () => closeLostCalls(database, clock) },
    schedule: [{ task: 'close-lost-calls', match: '*/5 * * * *' }],
  };
  return { app, jobs, drain: () => desk.drain() };
}
