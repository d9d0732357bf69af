import type { Log } from '../infra/log.ts';
import type { Module } from '../infra/module.ts';
import { type Refusal, RejectedWebhooks } from './rejected-webhooks.ts';
import { SetupResolver } from './setup.resolver.ts';
import { type SetupParts, SetupService } from './setup.service.ts';

/** What the doctor brings to the process. */
export function createSetup({ log, ...parts }: SetupParts & { log: Log }) {
  const rejected = new RejectedWebhooks(parts.database, parts.clock, log);
  return {
    /** For Vobiz's routes: remembers a webhook that was refused, off the way of its reply. */
    noteRefusal: (refusal: Refusal) => rejected.note(refusal),
    resolvers: [new SetupResolver(new SetupService(parts))],
  } satisfies Module & { noteRefusal: (refusal: Refusal) => void };
}
