import type OpenAI from 'openai';
import { expect } from 'vitest';

/** What every test asks. */
export const prompt = {
  model: 'gpt-4o',
  messages: [{ role: 'user' as const, content: 'Are you open on Sunday?' }],
};

/** Asks for a streamed reply and reads it to its end, or until `enough` pieces were heard. */
export async function listen(
  client: OpenAI,
  { enough = Number.POSITIVE_INFINITY, signal }: { enough?: number; signal?: AbortSignal } = {},
) {
  const stream = await client.chat.completions.create({ ...prompt, stream: true }, signal ? { signal } : {});
  const pieces: string[] = [];
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    const piece = chunk.choices[0]?.delta.content;
    if (piece) pieces.push(piece);
    if (pieces.length >= enough) break;
  }
  return { pieces, chunks, finish: chunks.at(-1)?.choices[0]?.finish_reason };
}

/** What `act` fails with. */
export async function failure(act: Promise<unknown>): Promise<unknown> {
  return act.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => error,
  );
}
