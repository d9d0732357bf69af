import { MAX_SENTENCE } from '../budgets.ts';
import { MachineTalk } from '../speech/machine-talk.ts';
import { isSpeakable, plainSpeech } from '../speech/plain-speech.ts';
import { breathAt, endOfSentence } from './sentence-end.ts';

/** What makes a line of markdown an item, a heading or a quotation. */
const MARKER = /^(?:(?:[-*•+–—>]|#{1,6})[ \t]+)*(?:(\d{1,2})[.)][ \t]+)?/u;
const FENCE = /^`{3,}[\w+-]*\s*$/u;
const LINE_BREAK = /[\n\r\u{2028}\u{2029}]/u;

/**
 * Cuts a stream of text into sentences as they complete, fit for speech: no thoughts, no talk to machines, no
 * markdown, none longer than 300 characters. Feed it with `push`, and take what is left with `rest`. The sentences are the same in whatever pieces
 * the text came.
 */
export class SentenceSplitter {
  #pending = '';
  #isLineStart = true;
  /** The number of the list's last item: "2." after "1." is a marker, and otherwise a sentence of its own. */
  #item = 0;

  readonly #heard: MachineTalk;
  #sentences: string[] = [];

  /** @param agentName the persona's, with which models label its lines */
  constructor(agentName?: string) {
    const say = (text: string) => this.#say(text);
    const forget = () => this.#take(this.#pending.length);
    this.#heard = new MachineTalk({ say, forget }, agentName);
  }

  /** Nothing that follows is for the caller: the model has begun to write the caller's part. */
  get isOver(): boolean {
    return this.#heard.isOver;
  }

  /** @returns the sentences that this piece completed, in order */
  push(piece: string): string[] {
    this.#heard.push(piece);
    return this.#completed();
  }

  /** What came after the last full sentence. */
  rest(): string[] {
    this.#heard.end();
    return [...this.#completed(), ...this.#take(this.#pending.length)];
  }

  /** As `rest`, where the stream broke off: nothing unless it is a sentence that only lacked what follows it. */
  restIfComplete(): string[] {
    this.#heard.end();
    const completed = this.#completed();
    const followed = `${this.#pending.trimEnd()} A`;
    const isWhole = endOfSentence(followed, this.#marker().length) !== undefined;
    return isWhole ? [...completed, ...this.#take(this.#pending.length)] : completed;
  }

  #completed(): string[] {
    const sentences = this.#sentences;
    this.#sentences = [];
    return sentences;
  }

  #say(text: string): void {
    this.#pending += text;
    for (;;) {
      this.#skipBlank();
      const end = endOfSentence(this.#pending, this.#marker().length);
      if (end === undefined) return;
      this.#sentences.push(...this.#take(end));
    }
  }

  #skipBlank(): void {
    const text = this.#pending.trimStart();
    if (LINE_BREAK.test(this.#pending.slice(0, this.#pending.length - text.length))) this.#isLineStart = true;
    this.#pending = text;
  }

  #marker(): { length: number; item: number } {
    const none = { length: 0, item: this.#item };
    if (!this.#isLineStart) return none;
    const [marker = '', number] = MARKER.exec(this.#pending.slice(0, MAX_SENTENCE)) ?? [];
    const item = Number(number ?? this.#item);
    if (number === undefined || item === 1 || item === this.#item + 1) return { length: marker.length, item };
    return { ...none, length: marker.search(/\d/u) };
  }

  #take(end: number): string[] {
    const { length, item } = this.#marker();
    this.#item = item;
    this.#isLineStart = false;
    const text = this.#pending.slice(length, end);
    this.#pending = this.#pending.slice(end);
    if (FENCE.test(text)) return [];
    const isWholeLine = this.#pending === '' || LINE_BREAK.test(this.#pending.charAt(0));
    return pieces(plainSpeech(text), length > 0 && isWholeLine);
  }
}

/** A sentence, or several where it grew too long as words took the place of signs. An item of a list is given a full stop. */
function pieces(sentence: string, isItem: boolean): string[] {
  if (!isSpeakable(sentence)) return [];
  const parts: string[] = [];
  let left = isItem && /[\p{L}\p{M}\p{N})]$/u.test(sentence) ? `${sentence}.` : sentence;
  while (left.length > MAX_SENTENCE) {
    const breath = breathAt(left);
    parts.push(left.slice(0, breath).trim());
    left = left.slice(breath).trim();
  }
  return [...parts, left].filter(isSpeakable);
}
