import type OpenAI from 'openai';
import { z } from 'zod';
import type { Analyst, AnalystAnswer, CallToAnalyse } from '../analyst.ts';
import { findingsOf } from './analyst-findings.ts';
import { analysisRequest, type Mistaken } from './analyst-request.ts';
import { readAnswer } from './analyst-schema.ts';
import { type OpenAiAccount, openAiClient } from './client.ts';
import { failureFrom, OpenAiFailure } from './failure.ts';

/** What we read of a `chat.completion`. */
const completion = z.looseObject({
  choices: z
    .array(
      z.looseObject({
        message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    )
    .min(1),
  usage: z.looseObject({ total_tokens: z.int().nonnegative() }).nullish().catch(null),
});

/** Some servers don't count. Of English, a token has some four characters, of Hindi fewer. */
const CHARACTERS_A_TOKEN = 3;

/** Analyses by OpenAI's Chat Completions with structured outputs, or by any server that speaks like it. */
export class OpenAiAnalyst implements Analyst {
  readonly model: string;
  readonly #client: OpenAI;

  constructor(account: OpenAiAccount) {
    this.#client = openAiClient(account);
    this.model = account.model;
  }

  /** An answer that isn't in the form asked for is sent back once, with what is wrong with it. */
  async analyse(call: CallToAnalyse, signal: AbortSignal): Promise<AnalystAnswer> {
    let tokens = 0;
    let mistaken: Mistaken | undefined;
    try {
      for (const _attempt of ['first', 'repair']) {
        const request = analysisRequest(call, this.model, mistaken);
        const sent = completion.safeParse(await this.#client.chat.completions.create(request, { signal }));
        if (!sent.success) throw new OpenAiFailure('OpenAI sent what is no completion');
        const text = sent.data.choices[0]?.message.content ?? '';
        tokens += sent.data.usage?.total_tokens ?? estimate(JSON.stringify(request.messages), text);
        refuseWhatIsNoAnswer(sent.data);
        const answer = readAnswer(text);
        if (!('mistakes' in answer)) return { kind: 'found', findings: findingsOf(answer, call), tokens };
        mistaken = { answered: text, mistakes: answer.mistakes };
      }
      return { kind: 'failed', reason: `OpenAI filled in the form badly: ${mistaken?.mistakes}`, tokens };
    } catch (error) {
      return { kind: 'failed', reason: failureFrom(error).message, tokens };
    }
  }
}

/** @throws OpenAiFailure where the model says that it won't answer: asking again won't help */
function refuseWhatIsNoAnswer({ choices: [choice] }: z.infer<typeof completion>): void {
  if (choice?.message.refusal) throw new OpenAiFailure('OpenAI refused to answer');
  if (choice?.finish_reason === 'content_filter') throw new OpenAiFailure('OpenAI filtered the answer');
}

const estimate = (...texts: string[]) =>
  Math.ceil(texts.reduce((sum, { length }) => sum + length, 0) / CHARACTERS_A_TOKEN);
