import { z } from 'zod';

export const REPLY_CHANNEL = 'reply_progress';

const callKey = z.string();
const form = z.union([
  z.object({ callKey, turn: z.int(), written: z.int(), isWritten: z.boolean() }),
  z.object({ callKey, isOver: z.literal(true) }),
]);

/** How far the reply to one turn of a call is written, or that the call is over. Counts only, never words. */
export type ReplyNews = z.infer<typeof form>;

/** The news of a reply that grew: the one place that makes it. @param turn counts the caller's turns from 1 */
export const replyNewsOf = (
  callKey: string,
  turn: number,
  { sentences, isWritten }: { sentences: readonly string[]; isWritten: boolean },
): ReplyNews => ({ callKey, turn, written: sentences.length, isWritten });

/** The news that a call is over, so that its webhooks wait for nothing more. */
export const callOverNews = (callKey: string): ReplyNews => ({ callKey, isOver: true });

/** What was announced. Another version of this program may share the database: what isn't understood is nothing. */
export function readReplyNews(payload: string): ReplyNews | undefined {
  try {
    return form.safeParse(JSON.parse(payload)).data;
  } catch {
    return undefined;
  }
}
