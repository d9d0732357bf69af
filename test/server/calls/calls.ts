import { createHash, randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { Admission } from '../../../server/calls/admission/admission.ts';
import { budgets } from '../../../server/calls/budgets.ts';
import type { CallerInput, CallIdentity } from '../../../server/calls/call-event.ts';
import type { NoticesCallers } from '../../../server/calls/caller-words.ts';
import { GrowingReplies } from '../../../server/calls/reply/growing-reply.ts';
import { ReplyDelivery } from '../../../server/calls/reply/reply-delivery.ts';
import { ReplyGenerator } from '../../../server/calls/reply/reply-generator.ts';
import { ReplyWatches } from '../../../server/calls/reply/reply-watch.ts';
import type { RecordedSpeech } from '../../../server/calls/transcription/recorded-speech.ts';
import { TurnTranscriber } from '../../../server/calls/transcription/turn-transcriber.ts';
import { callVerbs } from '../../../server/calls/verbs/call-verbs.ts';
import { systemClock } from '../../../server/infra/clock.ts';
import { createLog } from '../../../server/infra/log.ts';
import { Notifications } from '../../../server/infra/notifications.ts';
import { ReachedBounds } from '../../../server/infra/reached-bounds.ts';
import { Vault } from '../../../server/infra/secrets.ts';
import type { LanguageModel } from '../../../server/language-model/language-model.ts';
import { ScriptedReceptionist } from '../../../server/language-model/scripted/scripted-receptionist.ts';
import { TenantDirectory, type TenantProfile } from '../../../server/tenants/tenant-directory.ts';
import type { TestDatabase } from '../../support/database.ts';
import { aTenant } from '../../support/tenant.ts';

/** The service of one process, with a model that writes what it is told. */
export async function aCallService(
  own: TestDatabase,
  model: LanguageModel,
  {
    speech,
    notices = { heard: async () => undefined },
    admission: limits = {},
  }: {
    speech?: Pick<RecordedSpeech, 'wordsOf'>;
    notices?: NoticesCallers;
    admission?: { most?: number };
  } = {},
) {
  const log = createLog('silent');
  const vault = new Vault(Buffer.alloc(32, 7));
  const script = new ScriptedReceptionist();
  const notifications = new Notifications(own.url, log);
  await notifications.start();
  afterAll(() => notifications.stop());
  const watches = new ReplyWatches(notifications);
  const replies = new GrowingReplies();
  const generator = new ReplyGenerator(
    own.database,
    model,
    script,
    replies,
    watches,
    systemClock,
    log,
    budgets,
  );
  const transcriber = new TurnTranscriber(speech, log);
  const delivery = new ReplyDelivery(own.database, replies, watches, systemClock, budgets);
  const admission = new Admission(limits);
  const reached = new ReachedBounds();
  const calls = callVerbs({
    ...{ admission, reached, budgets, vault },
    ...{ database: own.database, clock: systemClock, generator, delivery, transcriber },
    notices,
    recordings: { noted: async () => undefined },
  });
  const directory = new TenantDirectory(own.database, systemClock, notifications, vault);
  await notifications.settled;
  return { calls, reached, admission, generator, transcriber, directory, notifications };
}

/** A tenant, as a webhook for it finds it. */
export async function aTenantToCall(own: TestDatabase, directory: TenantDirectory): Promise<TenantProfile> {
  const { slug } = await aTenant(own);
  const profile = await directory.bySlug(slug);
  if (!profile) throw new Error('The tenant was not found');
  return profile;
}

export const aCall = (tenant: TenantProfile, call: Partial<CallIdentity> = {}): CallIdentity => ({
  tenant,
  providerCallId: randomUUID(),
  direction: 'INBOUND',
  from: undefined,
  rawFrom: 'anonymous',
  to: undefined,
  verified: false,
  ...call,
});

export const spoke = (words: string, turn?: number): CallerInput => ({
  kind: 'spoke',
  words,
  confidence: 0.9,
  turn,
  bodyHash: createHash('sha256').update(words).digest(),
  repeatsWithoutTurn: turn === undefined,
});
