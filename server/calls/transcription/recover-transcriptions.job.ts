import type { Clock } from '../../infra/clock.ts';
import type { Database, Tx } from '../../infra/database.ts';
import type { Vault } from '../../infra/secrets.ts';
import { addLine, findCall } from '../call.store.ts';
import type { NoticesCallers } from '../caller-words.ts';
import {
  type AbandonedTranscription,
  deletePendingTranscription,
  findAbandoned,
} from './pending-transcription.store.ts';
import type { TurnTranscriber } from './turn-transcriber.ts';

export type RecoveryParts = {
  database: Database;
  vault: Vault;
  clock: Clock;
  notices: NoticesCallers;
  transcriber: Pick<TurnTranscriber, 'wordsOf'>;
};

/** By then, the process that took the recording has settled it, or was killed. */
const LEFT_AFTER_MS = 60_000;
/** Transcribed in one run, one after the other. */
const BATCH = 50;

/** What callers said while a process was killed comes into the transcript after all; once tried, it is given up. */
export async function recoverTranscriptions(parts: RecoveryParts): Promise<void> {
  const { database, vault, clock, transcriber } = parts;
  const before = new Date(clock.now().getTime() - LEFT_AFTER_MS);
  const left = await database.asPlatform((tx) => findAbandoned(tx, vault, { before, most: BATCH }));
  for (const turn of left) {
    const { recording } = turn;
    const heard = recording ? await transcriber.wordsOf({ ...turn, recording }) : 'failed';
    const text = heard === 'failed' ? '' : heard.words;
    await database.inTenant(turn.key.tenantId, (tx) => note(tx, turn, text, parts.notices), {
      lock: turn.providerCallId,
    });
  }
}

async function note(tx: Tx, { key, since }: AbandonedTranscription, text: string, notices: NoticesCallers) {
  const { tenantId, callId } = key;
  if (!(await deletePendingTranscription(tx, key)) || text === '') return;
  const call = await findCall(tx, tenantId, callId);
  if (!call) return;
  const line = { tenantId, callId, number: call.lineCount + 1, text };
  await addLine(tx, { ...line, speaker: 'CALLER', at: since });
  const isOver = call.status !== 'IN_PROGRESS';
  const { customerId, verified } = call;
  await notices.heard(tx, { ...line, customerId, verified, isOver });
}
