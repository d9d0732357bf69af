import { z } from 'zod';
import { OpenAiFailure } from './failure.ts';

const text = z.string().nullish();

/** What we read of a `chat.completion.chunk`. The last one, with the usage, and some servers' first have no choices. */
const chunk = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        delta: z.looseObject({ content: text, refusal: text }).nullish(),
        finish_reason: text,
      }),
    )
    .default([]),
});

/** A piece of a reply: what it adds, which may be nothing, whether the model says that this was all, and whether
 * that was for want of room. */
export type Piece = { text: string; isLast: boolean; isOutOfRoom: boolean };

/**
 * Reads one event of the stream. A refusal is spoken like any reply: it is written for a person, and a caller who
 * asked for too much hears why. A reply that ran into its length is complete as far as it goes, which may be within a word.
 * @throws OpenAiFailure for what is no chunk, and where a filter took the rest of the reply away
 */
export function readChunk(sent: unknown): Piece {
  const parsed = chunk.safeParse(sent);
  if (!parsed.success) throw new OpenAiFailure('OpenAI sent what is no chunk of a reply');
  const [choice] = parsed.data.choices;
  if (choice?.finish_reason === 'content_filter') throw new OpenAiFailure('OpenAI filtered the reply');
  return {
    text: `${choice?.delta?.content ?? ''}${choice?.delta?.refusal ?? ''}`,
    isLast: typeof choice?.finish_reason === 'string',
    isOutOfRoom: choice?.finish_reason === 'length',
  };
}
