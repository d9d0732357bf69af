import 'reflect-metadata';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createRequire } from 'node:module';
import { createAnalysis } from './analysis/create-analysis.ts';
import { createApp } from './app.ts';
import { createAuth } from './auth/create-auth.ts';
import { createAutomations } from './automations/create-automations.ts';
import { createCalls } from './calls/create-calls.ts';
import { createCarrier } from './carrier/create-carrier.ts';
import { consoleRoutes } from './console.ts';
import { createCustomers } from './customers/create-customers.ts';
import { createFollowUps } from './follow-ups/create-follow-ups.ts';
import { createGraphql } from './graphql/server.ts';
import { workingViewerBehind } from './graphql/sessions.ts';
import type { Clock } from './infra/clock.ts';
import type { Config } from './infra/config.ts';
import type { Database } from './infra/database.ts';
import type { Log } from './infra/log.ts';
import { mergeModules } from './infra/module.ts';
import { within } from './infra/networks.ts';
import type { Notifications } from './infra/notifications.ts';
import { OutboundHttp } from './infra/outbound/outbound-http.ts';
import type { PublicUrl } from './infra/public-url.ts';
import { ReachedBounds } from './infra/reached-bounds.ts';
import type { Vault } from './infra/secrets.ts';
import { WatchedModel } from './language-model/model-health.ts';
import { OpenAiAnalyst } from './language-model/openai/openai-analyst.ts';
import { OpenAiModel } from './language-model/openai/openai-model.ts';
import { OpenAiTranscriber } from './language-model/openai/openai-transcriber.ts';
import { ScriptedReceptionist } from './language-model/scripted/scripted-receptionist.ts';
import { createMetrics } from './metrics.ts';
import { createNumbers } from './numbers/create-numbers.ts';
import { refuseWhileNumbersAreHeld } from './numbers/inventory/held-numbers.ts';
import { createRecordings } from './recordings/create-recordings.ts';
import { createSettings } from './settings/create-settings.ts';
import type { VobizCredentials } from './settings/vobiz-account.ts';
import { createSetup } from './setup/create-setup.ts';
import { probePublicUrl } from './setup/probe-public-url.ts';
import { createSystem } from './system/create-system.ts';
import { ping } from './system/system.store.ts';
import { demoNumbers } from './telephony/demo/demo-numbers.ts';
import { createSpentSignatures } from './telephony/vobiz/door/spent-signatures.ts';
import { vobizAccount, vobizDeletes } from './telephony/vobiz/rest/rest-account.ts';
import { VobizRest } from './telephony/vobiz/rest/rest-client.ts';
import { checkConnection } from './telephony/vobiz/rest/rest-connection.ts';
import { vobizNumbers } from './telephony/vobiz/rest/rest-numbers.ts';
import { vobizSms } from './telephony/vobiz/rest/sms.ts';
import { createVobizWebhooks } from './telephony/vobiz/webhooks/create-vobiz-webhooks.ts';
import { vobizWebhookCodec } from './telephony/vobiz/webhooks/webhook-codec.ts';
import { createTenants } from './tenants/create-tenants.ts';
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

/** Which adapter serves which port. */
function createAdapters({ config, database, publicUrl, clock, log }: Foundation) {
  const { openAi } = config;
  const rest = new VobizRest({ baseUrl: config.vobizApiUrl, clock, log });
  const outbound = new OutboundHttp({ allowHosts: config.outboundAllowHosts });
  const script = new ScriptedReceptionist();
  const understanding = { forcedDialect: config.vobizDialect, transcribes: openAi !== undefined };
  return {
    model: new WatchedModel(openAi ? new OpenAiModel(openAi) : script, clock),
    script,
    analyst: openAi && new OpenAiAnalyst({ ...openAi, model: config.analysisModel }),
    transcriber: openAi && new OpenAiTranscriber({ ...openAi, model: config.transcriptionModel }),
    checkConnection: checkConnection(rest),
    vobiz: (account: VobizCredentials) => vobizNumbers(rest, account),
    carrierAccount: (account: VobizCredentials) => vobizAccount(rest, account),
    deleteAtCarrier: vobizDeletes(rest),
    demo: demoNumbers(database, clock),
    sms: vobizSms,
    /** What both readers of Vobiz's webhooks go by: the routes and the log's codec. */
    understanding,
    codec: vobizWebhookCodec({ publicUrl: () => publicUrl.get(), ...understanding }),
    outbound,
    close: async () => {
      await Promise.all([rest.close(), outbound.close()]);
    },
  };
}

/**
 * Every capability of the product, each after those that it stands on: the one list that its jobs, its routes and its
 * GraphQL schema come from. Touches nothing yet, neither the database nor a socket.
 */
export function createModules(foundation: Foundation) {
  const { config, database, notifications, vault, clock, log } = foundation;
  const publicUrl = () => foundation.publicUrl.get();
  const adapters = createAdapters(foundation);
  const { model, script, sms, outbound, analyst, transcriber, vobiz, demo, codec } = adapters;
  const { carrierAccount: accountOf, deleteAtCarrier } = adapters;
  /** The same for all instances on one database. */
  const instanceId = createHash('sha256').update(`house ${vault.fingerprint}`).digest('hex').slice(0, 16);
  const reach = () => probePublicUrl(publicUrl(), instanceId);

  const reached = new ReachedBounds();
  const auth = createAuth({ database, vault, clock, log });
  const viewerOf = (headers: IncomingHttpHeaders) => workingViewerBehind(headers, auth.sessions);
  const settings = createSettings({ database, vault, checkConnection: adapters.checkConnection, clock });
  const tenants = createTenants({
    ...{ database, notifications, vault, publicUrl, viewerOf, clock, log },
    mayErase: refuseWhileNumbersAreHeld,
  });
  const customers = createCustomers(database);
  const numbers = createNumbers({
    ...{ database, notifications, vault, vobiz, demo, publicUrl, clock, log },
    settings: settings.settings,
    webhookKeys: tenants.webhookKeys,
    webhookAddresses: tenants.webhookAddresses,
  });
  const platformAccount = () => settings.settings.account();
  const recordings = createRecordings({
    ...{
      config,
      database,
      vault,
      clock,
      log,
      publicUrl,
      viewerOf,
      platformAccount,
      deleteAtCarrier,
      reached,
    },
  });
  const carrier = createCarrier({ database, vault, clock, platformAccount, accountOf });
  const automations = createAutomations({
    ...{ database, vault, clock, log, publicUrl, outbound, sms },
    ...{ smtpUrl: config.smtpUrl, mailFrom: config.mailFrom },
  });
  const followUps = createFollowUps({ database, notifications, clock, also: [automations.duringCall] });
  const analysis = createAnalysis({
    ...{ database, clock, log, analyst, reached },
    consequences: [followUps.afterCall, automations.afterCall],
    isSlow: () => calls.admission.isSlow,
  });
  const calls = createCalls({
    ...{ database, notifications, vault, model, script, clock, log, recordings, transcriber, reached },
    notices: followUps.notices,
  });
  const webhookLog = createWebhookLog({
    ...{ database, codec, clock, log },
    ...{ directory: tenants.directory, sandbox: calls.sandbox },
  });
  const door = createSpentSignatures(database, clock);
  const setup = createSetup({
    ...{ database, publicUrl, reach, clock, log },
    model: () => model.state,
    hasNetworks: config.vobizNetworks !== undefined,
    carrier: (tenantId, options) => carrier.accounts.facts(tenantId, options),
  });
  const isWell = () =>
    database.asPlatform(ping).then(
      () => true,
      () => false,
    );
  const vobizWebhooks = createVobizWebhooks({
    ...{ ...adapters.understanding, directory: tenants.directory, calls: calls.calls, clock, log },
    ...{ dataDir: config.dataDir, vault, isWell, publicUrl },
    isOfCarrier: config.vobizNetworks && within(config.vobizNetworks),
    tokensOf: (tenant) => numbers.tokens.of(tenant.id),
    signatures: door.signatures,
    onRefused: setup.noteRefusal,
    onAnswered: webhookLog.note,
  });
  const system = createSystem({
    ...{ database, version, reach, model: config.openAi?.model, startedAt: clock.now() },
    isListening: () => notifications.isListening,
    modelState: () => model.state,
    droppedWebhooks: webhookLog.dropped,
    spooledWebhooks: vobizWebhooks.spooled,
  });
  return {
    ...{ reached, adapters, instanceId, isWell, auth, calls, webhookLog, vobizWebhooks },
    all: [
      ...[auth, settings, tenants, customers, numbers, recordings, carrier, automations, followUps, analysis],
      ...[calls, webhookLog, door, setup, vobizWebhooks, system],
    ],
  };
}

/** The whole process: all capabilities merged into one, and the routes, resolvers and jobs that lead into them. */
export async function compose(foundation: Foundation) {
  const { config, notifications, log } = foundation;
  const { reached, adapters, instanceId, isWell, auth, calls, webhookLog, vobizWebhooks, all } =
    createModules(foundation);
  const isTrusted = within(config.trustedProxies);
  const merged = mergeModules(all);
  const graphql = await createGraphql({
    ...{ resolvers: merged.resolvers, sessions: auth.sessions, notifications, isTrusted, log },
  });
  const app = createApp({
    ...{ vobiz: vobizWebhooks.webhooks, isTrusted, instanceId },
    routes: { '/graphql': graphql.routes, ...merged.routes },
    console: consoleRoutes(auth.sessions, () => foundation.publicUrl.get()),
    metrics: createMetrics(
      config.metricsToken,
      () => ({ ...calls.admission.figures, webhooksSpooled: vobizWebhooks.spooled() }),
      auth.attempts,
      { refused: webhookLog.refused, reached: (bound) => reached.of(bound) },
    ),
    isReady: isWell,
  });
  return {
    app,
    jobs: { tasks: merged.tasks, schedule: merged.schedule },
    upgrade: graphql.upgrade,
    /** Takes up what a process that was killed left open. */
    resume: merged.resume,
    /** Ends subscriptions, which a server would otherwise wait for. */
    hangUp: () => graphql.stop(),
    /** Waits for replies that are being written, and for orders and deliveries that were sent. */
    drain: merged.drain,
    /** Once nothing is under way any more: capabilities first, since they send by the adapters' connections. */
    close: async () => {
      await merged.close();
      await adapters.close();
    },
  };
}
