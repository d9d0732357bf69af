import type { Consequence } from '../analysis/call-analysis/analysed-call.ts';
import type { AlsoOnEscalation } from '../follow-ups/follow-up-escalation.ts';
import type { Clock } from '../infra/clock.ts';
import type { Database } from '../infra/database.ts';
import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import type { OutboundHttp } from '../infra/outbound/outbound-http.ts';
import type { Vault } from '../infra/secrets.ts';
import { AutomationResolver } from './automation.resolver.ts';
import { AutomationService } from './automation.service.ts';
import {
  AutomationRunResolver,
  DeliveryResolver,
  FollowUpActionResolver,
} from './automation-calls.resolver.ts';
import { AutomationHistoryResolver } from './automation-history.resolver.ts';
import { AutomationHistoryService } from './automation-history.service.ts';
import { DELIVER } from './deliveries/delivery.store.ts';
import type { DeliveryKind, SmsSender } from './deliveries/delivery.ts';
import { DeliveryDispatcher } from './deliveries/delivery-dispatcher.ts';
import { defaultSender, MailChannel, noMail } from './deliveries/mail-channel.ts';
import { WebhookChannel } from './deliveries/webhook-channel.ts';
import { purgeRuns } from './purge-runs.job.ts';
import { automationsAfterCall, automationsDuringCall, RUN_AUTOMATIONS } from './rules/automation-outbox.ts';
import { runAutomations } from './rules/run-automations.job.ts';

/** What automations stand on. */
export type AutomationsFoundation = {
  database: Database;
  vault: Vault;
  /** Keeps webhooks out of our own network. */
  outbound: Pick<OutboundHttp, 'open'>;
  sms: SmsSender;
  /** Unset: mails are recorded as skipped. */
  smtpUrl?: string | undefined;
  mailFrom?: string | undefined;
  publicUrl: () => string;
  clock: Clock;
  log: Log;
};

/** What automations bring to the process, and what has to follow from calls. */
export function createAutomations(foundation: AutomationsFoundation) {
  const { database, vault, outbound, sms, smtpUrl, mailFrom, publicUrl, clock, log } = foundation;
  const mail = smtpUrl
    ? new MailChannel({ smtpUrl, from: mailFrom ?? defaultSender(smtpUrl, publicUrl()) }, log)
    : noMail;
  const channels = { WEBHOOK: new WebhookChannel(outbound, clock), EMAIL: mail, SMS: sms };
  const unavailable = (kind: DeliveryKind) => channels[kind].unavailable;
  const dispatcher = new DeliveryDispatcher({ database, vault, channels, clock, log });
  const service = new AutomationService(database, vault, clock);
  const history = new AutomationHistoryService(database, unavailable, clock);
  return {
    service,
    history,
    resolvers: [
      new AutomationResolver(service),
      new AutomationHistoryResolver(history),
      new AutomationRunResolver(database),
      new DeliveryResolver(database),
      new FollowUpActionResolver(database),
    ],
    /** Of an analysis. */
    afterCall: automationsAfterCall,
    /** Of a caller who wants a person. */
    duringCall: automationsDuringCall,
    tasks: {
      [RUN_AUTOMATIONS]: (payload: unknown) => runAutomations(payload, { database, clock, unavailable }),
      [DELIVER]: (payload: unknown) => dispatcher.deliver(payload),
      'forget-automation-runs': () => purgeRuns(database, clock),
    },
    schedule: [{ task: 'forget-automation-runs', match: '41 2 * * *' }],
    /** Resolves once nothing is being sent. */
    drain: () => dispatcher.drain(),
  } satisfies Module & {
    service: AutomationService;
    history: AutomationHistoryService;
    afterCall: Consequence;
    duringCall: AlsoOnEscalation;
  };
}
