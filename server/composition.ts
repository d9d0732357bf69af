import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { createAnalysis } from './analysis/create-analysis.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth/create-auth.ts';
import { clearExpired } from './auth/sessions/clear-expired.job.ts';
import { createAutomations } from './automations/create-automations.ts';
import { createCalls } from './calls/create-calls.ts';
import { consoleRoutes } from './console.ts';
import { CustomerResolver } from './customers/customer.resolver.ts';
import { CustomerService } from './customers/customer.service.ts';
import { createFollowUps } from './follow-ups/create-follow-ups.ts';
import { createGraphql } from './graphql/server.ts';
import { workingViewerBehind } from './graphql/sessions.ts';
import type { Clock } from './infra/clock.ts';
import type { Config } from './infra/config.ts';
import type { Database } from './infra/database.ts';
import type { Jobs } from './infra/jobs/jobs.ts';
import type { Log } from './infra/log.ts';
import type { Notifications } from './infra/notifications.ts';
import { OutboundHttp } from './infra/outbound/outbound-http.ts';
import type { PublicUrl } from './infra/public-url.ts';
import type { Vault } from './infra/secrets.ts';
import { WatchedModel } from './language-model/model-health.ts';
import { OpenAiAnalyst } from './language-model/openai/openai-analyst.ts';
import { OpenAiModel } from './language-model/openai/openai-model.ts';
import { OpenAiTranscriber } from './language-model/openai/openai-transcriber.ts';
import { ScriptedReceptionist } from './language-model/scripted/scripted-receptionist.ts';
import { createMetrics } from './metrics.ts';
import { createNumbers } from './numbers/create-numbers.ts';
import { refuseWhileNumbersAreHeld } from './numbers/inventory/held-numbers.ts';
import { WebhookTokens } from './numbers/inventory/webhook-tokens.ts';
import { numberResolvers } from './numbers/number-resolvers.ts';
import { createRecordings } from './recordings/create-recordings.ts';
import { PlatformSettingsService } from './settings/platform-settings.service.ts';
import { probePublicUrl } from './setup/probe-public-url.ts';
import { RejectedWebhooks } from './setup/rejected-webhooks.ts';
import { SetupResolver } from './setup/setup.resolver.ts';
import { SetupService } from './setup/setup.service.ts';
import { SystemResolver } from './system/system.resolver.ts';
import { SystemService } from './system/system.service.ts';
import { demoNumbers } from './telephony/demo/demo-numbers.ts';
import { VobizRest } from './telephony/vobiz/rest/rest-client.ts';
import { checkConnection } from './telephony/vobiz/rest/rest-connection.ts';
import { vobizNumbers } from './telephony/vobiz/rest/rest-numbers.ts';
import { vobizSms } from './telephony/vobiz/rest/sms.ts';
import { vobizRoutes } from './telephony/vobiz/webhooks/vobiz-routes.ts';
import { vobizWebhookCodec } from './telephony/vobiz/webhooks/webhook-codec.ts';
import { ERASE_TENANT, eraseTenant } from './tenants/erasure-and-export/erase-tenant.job.ts';
import { TenantErasureResolver } from './tenants/erasure-and-export/tenant-erasure.resolver.ts';
import { TenantErasure } from './tenants/erasure-and-export/tenant-erasure.ts';
import { TenantExport } from './tenants/erasure-and-export/tenant-export.ts';
import { tenantExportRoutes } from './tenants/erasure-and-export/tenant-export-routes.ts';
import { PersonaResolver } from './tenants/personas/persona.resolver.ts';
import { PersonaService } from './tenants/personas/persona.service.ts';
import { TenantResolver } from './tenants/tenant.resolver.ts';
import { TenantService } from './tenants/tenant.service.ts';
import { TenantDirectory } from './tenants/tenant-directory.ts';
import { UserTenantResolver } from './tenants/user-tenant.resolver.ts';
import { createWebhookLog } from './webhook-log/create-webhook-log.ts';

const { version } = createRequire(import.meta.url)('../package.json') as { version: string };

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
export async function compose(foundation: Foundation) {
  const { config, database, notifications, vault, clock, log } = foundation;
  const publicUrl = () => foundation.publicUrl.get();

  const auth = createAuth(database, vault, clock);
  const directory = new TenantDirectory(database, clock, notifications);
  const model = new WatchedModel(
    config.openAi ? new OpenAiModel(config.openAi) : new ScriptedReceptionist(),
    clock,
  );
  const recordings = createRecordings({
    ...{ config, database, vault, clock, log, publicUrl },
    platformAccount: () => settings.account(),
    viewerOf: (headers) => workingViewerBehind(headers, auth.sessions),
  });
  const outbound = new OutboundHttp({ allowHosts: config.outboundAllowHosts });
  const automations = createAutomations({
    ...{ database, vault, clock, log, publicUrl, outbound },
    sms: vobizSms,
    smtpUrl: config.smtpUrl,
    mailFrom: config.mailFrom,
  });
  const followUps = createFollowUps({ database, notifications, clock, also: [automations.duringCall] });
  const analysis = createAnalysis({
    ...{ database, clock, log },
    analyst: config.openAi && new OpenAiAnalyst({ ...config.openAi, model: config.analysisModel }),
    consequences: [followUps.afterCall, automations.afterCall],
  });
  const { notices } = followUps;
  const transcriber =
    config.openAi && new OpenAiTranscriber({ ...config.openAi, model: config.transcriptionModel });
  const understanding = { forcedDialect: config.vobizDialect, transcribes: transcriber !== undefined };
  const calls = createCalls({
    ...{ database, notifications, vault, model, clock, log, recordings, notices, transcriber },
  });

  const rest = new VobizRest({ baseUrl: config.vobizApiUrl, clock, log });
  const settings = new PlatformSettingsService(database, vault, checkConnection(rest), clock);
  const numbers = createNumbers({
    database,
    vault,
    settings,
    vobiz: (account) => vobizNumbers(rest, account),
    demo: demoNumbers(database, clock),
    publicUrl,
    clock,
    log,
  });
  const tokens = new WebhookTokens(database, vault, clock, notifications);

  const instanceId = createHash('sha256').update(`house ${vault.fingerprint}`).digest('hex').slice(0, 16);
  const refusals = new RejectedWebhooks(database, clock, log);
  const webhookLog = createWebhookLog({
    ...{ database, directory, clock, log },
    codec: vobizWebhookCodec({ publicUrl, ...understanding }),
    sandbox: calls.sandbox,
  });
  const setup = new SetupService({
    database,
    publicUrl,
    reach: () => probePublicUrl(publicUrl(), instanceId),
    model: () => model.state,
    clock,
  });

  const graphql = await createGraphql({
    resolvers: [
      ...auth.resolvers,
      new TenantResolver(new TenantService(database), database, publicUrl),
      new TenantErasureResolver(new TenantErasure(database, clock, refuseWhileNumbersAreHeld)),
      new PersonaResolver(new PersonaService(database)),
      new UserTenantResolver(database),
      new CustomerResolver(new CustomerService(database)),
      ...calls.resolvers,
      ...recordings.resolvers,
      ...analysis.resolvers,
      ...followUps.resolvers,
      ...automations.resolvers,
      ...numberResolvers(numbers, { settings, database, publicUrl }),
      new SetupResolver(setup),
      ...webhookLog.resolvers,
      new SystemResolver(
        new SystemService({
          ...{ database, version, model: config.openAi?.model, startedAt: clock.now() },
          isListening: () => notifications.isListening,
          reach: () => probePublicUrl(publicUrl(), instanceId),
          modelState: () => model.state,
          droppedWebhooks: webhookLog.dropped,
        }),
      ),
    ],
    sessions: auth.sessions,
    notifications,
    log,
  });

  const vobiz = vobizRoutes({
    publicUrl,
    ...understanding,
    directory,
    tokensOf: (tenant) => tokens.of(tenant.id),
    calls: calls.service,
    onRefused: (refusal) => refusals.note(refusal),
    onAnswered: webhookLog.note,
    clock,
    log,
  });
  const app = createApp({
    vobiz,
    graphql: graphql.routes,
    recordings: recordings.routes,
    tenantExport: tenantExportRoutes({
      viewerOf: (headers) => workingViewerBehind(headers, auth.sessions),
      tenantExport: new TenantExport(database, clock),
      log,
    }),
    console: consoleRoutes(auth.sessions),
    metrics: createMetrics((token) => auth.sessions.viewerFor(token)),
    instanceId,
    isReady: () => database.asPlatform((tx) => tx.one('select 1')).then(Boolean, () => false),
  });
  const jobs: Jobs = {
    tasks: {
      ...calls.tasks,
      ...recordings.tasks,
      ...analysis.tasks,
      ...followUps.tasks,
      ...automations.tasks,
      ...numbers.tasks,
      ...webhookLog.tasks,
      'clear-expired': () => clearExpired(database, clock),
      [ERASE_TENANT]: (payload) => eraseTenant(database, payload),
    },
    schedule: [
      ...calls.schedule,
      ...recordings.schedule,
      ...analysis.schedule,
      ...automations.schedule,
      ...numbers.schedule,
      ...webhookLog.schedule,
      { task: 'clear-expired', match: '17 * * * *' },
    ],
  };
  return {
    app,
    jobs,
    upgrade: graphql.upgrade,
    /** Takes up what a process that was killed left open. */
    resume: () => numbers.resume(),
    /** Ends subscriptions, which a server would otherwise wait for. */
    hangUp: () => graphql.stop(),
    /** Waits for replies that are being written, and for orders that were sent. */
    drain: async () => {
      await Promise.all([calls.drain(), numbers.orders.drain(), automations.drain(), webhookLog.drain()]);
    },
    /** Once nothing is under way any more. */
    close: async () => {
      await Promise.all([rest.close(), outbound.close()]);
    },
  };
}
