import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { Line } from '../briefing.ts';
import type { ReplyRequest } from '../language-model.ts';

/** Some 1,600 characters, more than is ever spoken of one reply. */
const MAX_TOKENS = 400;

/** What a model may think, which is counted as if it were written, and then the reply. */
const MAX_TOKENS_WITH_THOUGHTS = 2_000;

/** Names of models that think first. They refuse a temperature, and a caller can't wait for long thoughts. */
const THINKS = /^(o\d|gpt-5)/;

/** The request for one reply: the instructions, what is known of the caller, then the call's lines as they were said. */
export function chatRequest(
  { instructions, callerData, lines }: Pick<ReplyRequest, 'instructions' | 'callerData' | 'lines'>,
  model: string,
): ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: instructions },
      ...(callerData === undefined ? [] : [{ role: 'system' as const, content: callerData }]),
      ...lines.map(messageOf),
    ],
    ...(THINKS.test(model)
      ? { max_completion_tokens: MAX_TOKENS_WITH_THOUGHTS, reasoning_effort: 'low' }
      : { max_completion_tokens: MAX_TOKENS, temperature: 0.4 }),
  };
}

const messageOf = ({ speaker, text }: Line): ChatCompletionMessageParam => ({
  role: speaker === 'AGENT' ? 'assistant' : 'user',
  content: text,
});
