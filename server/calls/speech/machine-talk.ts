import { isBareCommand, isFunctionName, tagKind, tokenKind } from './machine-words.ts';
import { type Verdict, verdictOnMark } from './marks.ts';
import { SpeakerLabels } from './speaker-labels.ts';
import { spokenInJson } from './spoken-json.ts';
import { DECLARATION, TAG, TAG_BEGUN, TOKEN, TOKEN_BEGUN } from './tags.ts';

/** Who gets what is left for the caller. */
export type Listener = {
  say(text: string): void;
  /** What was said since the last whole sentence turned out to be a thought. */
  forget(): void;
};

/** How the text is read from here on. */
type Mode =
  | { reading: 'speech' }
  /** A thought or machinery, up to its end; a tag of the same name within it has an end of its own. */
  | { reading: 'hidden'; end: RegExp; begin?: RegExp; depth: number }
  /** Between `<|start|>` and what begins the text: whose it is, and in what channel. */
  | { reading: 'header'; text: string }
  /** Up to the next token of the model's template. */
  | { reading: 'aside' }
  /** JSON, or the arguments of a function, up to its last bracket. */
  | { reading: 'brackets'; text: string; depth: number; quote: string; isJson: boolean }
  | { reading: 'nothing' };

const SPEECH: Mode = { reading: 'speech' };
const MAX_JSON = 8_000;
/** Longer than any mark that ends what is hidden. */
const LONGEST_END = 80;
const LONGEST_WORD = 100;
const SENTENCE_BEGINS = /(?:^|\n|[.!?।॥…۔؟]["'”’)\]*_`]{0,3}\s)[\s*_#>"-]{0,8}$/u;

/**
 * Takes out of a model's text, as it is written, what isn't meant for the caller's ears: thoughts, calls of tools,
 * JSON, stage directions, labels of speakers, and all from where the model begins to make up the caller's part. What
 * is left is the same in whatever pieces the text comes. A piece is held back only until it is known what it is.
 */
export class MachineTalk {
  #pending = '';
  #mode: Mode = SPEECH;
  #tail = '\n';
  readonly #labels: SpeakerLabels;

  /** @param agentName the persona's, with which models label its lines */
  constructor(
    private readonly listener: Listener,
    agentName?: string,
  ) {
    this.#labels = new SpeakerLabels(agentName);
  }

  /** Nothing that follows is for the caller. */
  get isOver(): boolean {
    return this.#mode.reading === 'nothing';
  }

  push(piece: string): void {
    this.#pending += piece;
    while (this.#pending !== '' && this.#step(false));
  }

  /** The text ends here, whole or not. */
  end(): void {
    while (this.#pending !== '' && this.#step(true));
    if (this.#mode.reading === 'brackets') {
      this.#closeBrackets(this.#mode);
      this.end();
    }
  }

  /** @returns false until more has come */
  #step(isWhole: boolean): boolean {
    const mode = this.#mode;
    switch (mode.reading) {
      case 'speech':
        return this.#readSpeech(isWhole);
      case 'hidden':
        return this.#readHidden(mode);
      case 'brackets':
        return this.#readBrackets(mode);
      case 'header':
      case 'aside':
        return this.#readAside(mode, isWhole);
      case 'nothing':
        this.#pending = '';
        return false;
    }
  }

  #readSpeech(isWhole: boolean): boolean {
    if (/^\s/u.test(this.#pending)) return this.#say(/^\s+/u.exec(this.#pending)?.[0].length ?? 1);
    if (SENTENCE_BEGINS.test(this.#tail)) {
      const label = this.#labels.at(this.#pending, isWhole);
      if (label === 'not known yet') return false;
      if (label) return this.#takeLabel(label.length, label.whose);
    }
    if (this.#pending.startsWith('<')) return this.#readTag(isWhole);
    const verdict = verdictOnMark(this.#pending, this.#tail, isWhole);
    return verdict ? this.#take(verdict) : this.#readWord(isWhole);
  }

  #takeLabel(length: number, whose: 'ours' | 'theirs' | 'aside'): boolean {
    if (whose === 'aside') return this.#hide(length, /\n/u, undefined, '\n');
    if (whose === 'theirs') this.#mode = { reading: 'nothing' };
    return this.#drop(length, '\n');
  }

  #readWord(isWhole: boolean): boolean {
    const [word = ''] = /^[^\s<[({*`【◁]{1,100}/u.exec(this.#pending) ?? [];
    if (word.length === this.#pending.length && word.length < LONGEST_WORD && !isWhole) return false;
    if (this.#pending.charAt(word.length) === '(' && isFunctionName(word)) {
      this.#mode = { reading: 'brackets', text: '', depth: 0, quote: '', isJson: false };
      return this.#drop(word.length);
    }
    if (isBareCommand(word)) return this.#drop(word.length);
    return this.#say(Math.max(1, word.length));
  }

  #readTag(isWhole: boolean): boolean {
    const token = TOKEN.exec(this.#pending);
    if (token) return this.#takeToken(token[0].length, token[1] ?? '');
    const declaration = DECLARATION.exec(this.#pending)?.[0];
    if (declaration === '<!--') return this.#hide(4, /-->/u);
    if (declaration) return this.#drop(declaration.length);
    const tag = TAG.exec(this.#pending);
    if (tag) return this.#takeTag(tag);
    if (TOKEN_BEGUN.test(this.#pending)) return this.#waitOrDrop(isWhole);
    if (!TAG_BEGUN.test(this.#pending)) return this.#say(1);
    const mayBeTag =
      this.#pending.length < 60 || this.#pending.includes('=') || /^<[!?]/u.test(this.#pending);
    if (!mayBeTag) return this.#say(1);
    const isCutThought =
      /^<\/?[a-z][\w:.-]*/iu.test(this.#pending) &&
      (!/\s/u.test(this.#pending) || this.#pending.includes('='));
    return isWhole && !isCutThought ? this.#say(1) : this.#waitOrDrop(isWhole);
  }

  #takeTag([all, closing, name = '', , attributes = '', selfClosing]: RegExpExecArray): boolean {
    const kind = tagKind(name);
    if (kind === 'markup') {
      const isTag = attributes === '' || attributes.includes('=');
      return isTag ? this.#drop(all.length, ' ') : this.#say(1);
    }
    if (closing) {
      // Some templates begin with the thought, and the model only ends it.
      if (kind === 'thought') this.#forget();
      return this.#drop(all.length, ' ');
    }
    if (selfClosing) return this.#drop(all.length, ' ');
    const own = name.replaceAll('.', '\\.');
    return this.#hide(
      all.length,
      new RegExp(`</${own}\\s{0,3}>`, 'iu'),
      new RegExp(`<${own}(?:\\s[^<>]{0,40})?>`, 'iu'),
    );
  }

  #takeToken(length: number, name: string): boolean {
    const kind = tokenKind(name);
    if (kind === 'end') this.#mode = { reading: 'nothing' };
    if (kind === 'header') this.#mode = { reading: 'header', text: '' };
    if (kind === 'aside') this.#mode = { reading: 'aside' };
    return this.#drop(length, '\n');
  }

  /** Headers hold who speaks and in which channel: "assistant", "analysis", "commentary to=functions.book". */
  #readAside(mode: Extract<Mode, { reading: 'header' | 'aside' }>, isWhole: boolean): boolean {
    const token = TOKEN.exec(this.#pending);
    if (token) return this.#endAside(mode, token[0].length, token[1] ?? '');
    if (TOKEN_BEGUN.test(this.#pending)) return this.#waitOrDrop(isWhole);
    const sign = this.#pending.charAt(0);
    if (mode.reading === 'header') {
      const text = mode.text + sign;
      const isNamed = /^\s*(?:assistant|user|human|system|tool|final)\s*\n$|^\s*final\s+\S$/u.test(text);
      if (isNamed) return this.#begin(text.trim(), /\n$/u.test(text) ? 1 : 0);
      this.#mode = { reading: 'header', text: text.slice(0, 200) };
      return this.#drop(1);
    }
    const next = this.#pending.indexOf('<', 1);
    return this.#drop(next < 0 ? this.#pending.length : next);
  }

  #endAside(mode: Extract<Mode, { reading: 'header' | 'aside' }>, length: number, name: string): boolean {
    const isText = /^(?:message|end_header_id)$/u.test(name);
    if (mode.reading === 'header' && isText) return this.#begin(mode.text.trim(), length);
    if (mode.reading === 'header' && name === 'constrain') return this.#drop(length);
    if (mode.reading === 'header' && name === 'channel' && /^\s*(?:user|human)/u.test(mode.text))
      return this.#begin('user', length);
    this.#mode = SPEECH;
    return this.#takeToken(length, name);
  }

  #begin(header: string, length: number): boolean {
    if (/^(?:user|human)\b/u.test(header)) this.#mode = { reading: 'nothing' };
    else if (/^(?:assistant|final\b)|\bfinal\b/u.test(header) && !/analysis|commentary/u.test(header))
      this.#mode = SPEECH;
    else this.#mode = { reading: 'aside' };
    return this.#drop(length, '\n');
  }

  #take(verdict: Verdict): boolean {
    switch (verdict.is) {
      case 'spoken':
        return this.#say(verdict.length);
      case 'unspoken':
        return this.#drop(verdict.length, ' ');
      case 'hidden':
        return this.#hide(verdict.length, verdict.end);
      case 'json':
        this.#mode = { reading: 'brackets', text: '', depth: 0, quote: '', isJson: true };
        return true;
      case 'not known yet':
        return false;
      case 'cut':
        this.#pending = '';
        return false;
    }
  }

  #hide(length: number, end: RegExp, begin?: RegExp, mark = ' '): boolean {
    this.#mode = { reading: 'hidden', end, ...(begin && { begin }), depth: 1 };
    return this.#drop(length, mark);
  }

  #readHidden(mode: Extract<Mode, { reading: 'hidden' }>): boolean {
    const end = mode.end.exec(this.#pending);
    const begin = mode.begin?.exec(this.#pending);
    if (begin && (!end || begin.index < end.index)) {
      mode.depth += 1;
      return this.#drop(begin.index + begin[0].length);
    }
    if (!end) {
      this.#pending = this.#pending.slice(-LONGEST_END);
      return false;
    }
    mode.depth -= 1;
    if (mode.depth === 0) this.#mode = SPEECH;
    return this.#drop(end.index + end[0].length, mode.depth === 0 && end[0] === '\n' ? '\n' : '');
  }

  #readBrackets(mode: Extract<Mode, { reading: 'brackets' }>): boolean {
    let end = 0;
    for (const sign of this.#pending) {
      end += sign.length;
      const isEscaped = mode.text.endsWith('\\') && !mode.text.endsWith('\\\\');
      mode.text += sign;
      if (mode.quote) {
        if (sign === mode.quote && !isEscaped) mode.quote = '';
      } else if (sign === '"') mode.quote = sign;
      else if ('{[('.includes(sign)) mode.depth += 1;
      else if ('}])'.includes(sign)) mode.depth -= 1;
      if (mode.depth <= 0 && !mode.quote) break;
      if (mode.text.length >= MAX_JSON) break;
    }
    this.#pending = this.#pending.slice(end);
    const isClosed = (mode.depth <= 0 && !mode.quote) || mode.text.length >= MAX_JSON;
    if (isClosed) this.#closeBrackets(mode);
    return isClosed;
  }

  /** What was in it to be said is read as the model's own text. */
  #closeBrackets({ text, isJson }: Extract<Mode, { reading: 'brackets' }>): void {
    this.#mode = SPEECH;
    const said = isJson ? spokenInJson(text).trim() : '';
    if (said) this.#pending = `${said}\n${this.#pending}`;
    this.#give(said ? '\n' : ' ');
  }

  /** What may become something that isn't spoken is held until that is known, and dropped where the text ends. */
  #waitOrDrop(isWhole: boolean): boolean {
    if (isWhole) this.#pending = '';
    return false;
  }

  #say(length: number): true {
    const text = this.#pending.slice(0, length);
    this.#pending = this.#pending.slice(length);
    this.#give(text);
    return true;
  }

  #drop(length: number, mark = ''): true {
    this.#pending = this.#pending.slice(length);
    if (mark) this.#give(mark);
    return true;
  }

  #give(text: string): void {
    this.#tail = `${this.#tail}${text}`.slice(-16);
    this.listener.say(text);
  }

  #forget(): void {
    this.#tail = '\n';
    this.listener.forget();
  }
}
