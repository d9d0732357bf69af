import type { ChatRequest } from './openai-api-requests.ts';

/** How fast a text comes; at once where nothing is said. */
export type Pace = { tokensPerSecond?: number; firstTokenAfterMs?: number };

/** What the model is to do with a request. */
export type ReplySpec =
  | ({ text: string; finishReason?: 'stop' | 'length' | 'content_filter' } & Pace)
  /** Writes that many tokens, and then nothing more on an open connection. */
  | ({ text: string; hangsAfter: number } & Pace)
  /** Writes that many tokens, and then the connection breaks. */
  | ({ text: string; cutAfter: number } & Pace)
  /** Takes the request and never answers. */
  | { hangs: true }
  /** Refuses, with an error as OpenAI words it. */
  | { status: number; retryAfterSeconds?: number }
  /** 200, and something that is no reply at all. */
  | { garbage: true }
  /** A complete reply without a word in it. */
  | { empty: true }
  /** Sentences without an end. */
  | ({ endless: true } & Pace)
  /** Words without an end, and never a full stop. */
  | ({ endlessWithoutSentences: true } & Pace)
  | { refusal: string }
  /** Structured output. */
  | { json: unknown };

/** A reply, or what makes one from the prompt. */
export type Reply = ReplySpec | ((body: ChatRequest) => ReplySpec);

/** What a spec comes to on the wire. */
export type Script =
  | { kind: 'hangs' }
  | { kind: 'fails'; status: number; retryAfterSeconds: number | undefined }
  | { kind: 'garbage' }
  | Writing;

/** A reply that has words, however it ends. */
export type Writing = {
  kind: 'writes';
  field: 'content' | 'refusal';
  tokens: Iterable<string>;
  pace: Pace;
  ending: Ending;
};

type Ending = 'stop' | 'length' | 'content_filter' | 'hang' | 'cut';

/** A word with the blanks before it: a test can count these. */
const tokensOf = (text: string): string[] => text.match(/\s*\S+|\s+$/g) ?? [];

/** An endless reply is paced in any case, so that it doesn't fill the memory. */
const ENDLESS_TOKENS_PER_SECOND = 500;

/** Turns a spec into what to write, and how that ends. */
export function scriptOf(spec: ReplySpec): Script {
  if ('hangs' in spec) return { kind: 'hangs' };
  if ('status' in spec)
    return { kind: 'fails', status: spec.status, retryAfterSeconds: spec.retryAfterSeconds };
  if ('garbage' in spec) return { kind: 'garbage' };
  if ('empty' in spec) return writes([]);
  if ('refusal' in spec) return { ...writes(tokensOf(spec.refusal)), field: 'refusal' };
  if ('json' in spec) return writes(tokensOf(JSON.stringify(spec.json)));
  if ('endless' in spec) return writes(sentences(), endlessPace(spec));
  if ('endlessWithoutSentences' in spec) return writes(words(), endlessPace(spec));
  if ('hangsAfter' in spec) return writes(tokensOf(spec.text).slice(0, spec.hangsAfter), spec, 'hang');
  if ('cutAfter' in spec) return writes(tokensOf(spec.text).slice(0, spec.cutAfter), spec, 'cut');
  return writes(tokensOf(spec.text), spec, spec.finishReason);
}

function writes(tokens: Iterable<string>, pace: Pace = {}, ending: Ending = 'stop'): Writing {
  return { kind: 'writes', field: 'content', tokens, pace, ending };
}

const endlessPace = (pace: Pace): Pace => ({ tokensPerSecond: ENDLESS_TOKENS_PER_SECOND, ...pace });

function* sentences(): Generator<string> {
  for (let number = 1; ; number++)
    yield* tokensOf(`${number === 1 ? '' : ' '}This is sentence number ${number}.`);
}

function* words(): Generator<string> {
  yield 'And';
  for (;;) yield ' then';
}
