const OURS =
  'agent|assistant|receptionist|ai|ai assistant|ai agent|ai receptionist|virtual assistant|virtual receptionist|bot|chatbot|operator|model|response|reply|answer|final answer|final|spoken|speech|say|output|एजेंट|सहायक|रिसेप्शनिस्ट';
const THEIRS = 'user|caller|customer|human|यूज़र|यूजर|कॉलर|ग्राहक';
const ASIDES =
  'system|thought|thoughts|thinking|reasoning|analysis|action|action input|observation|tool|tool call|function|function call|internal|internal note|internal thought|note to self';

/** Whose words a label says that follow: ours, a caller's whom the model made up, or nobody's who is on the line. */
export type Label = { length: number; whose: 'ours' | 'theirs' | 'aside' };

const LISTED: ReadonlyMap<string, Label['whose']> = new Map(
  (
    [
      [OURS, 'ours'],
      [THEIRS, 'theirs'],
      [ASIDES, 'aside'],
    ] as const
  ).flatMap(([names, whose]) => names.split('|').map((name) => [name, whose] as const)),
);

/** Finds the labels of a script, such as "Asha:", where a line or a sentence begins. */
export class SpeakerLabels {
  /** The persona's name, whole and the first of it. */
  readonly #own: readonly string[];

  /** @param agentName the persona's */
  constructor(agentName = '') {
    const name = agentName.trim().toLowerCase();
    this.#own = [name, name.split(/\s/u)[0] ?? ''].filter(Boolean);
  }

  /** @returns 'not known yet' while what follows decides */
  at(text: string, isWhole: boolean): Label | 'not known yet' | undefined {
    const window = text.slice(0, LONGEST_LABEL);
    const [all = '', name = '', colon] = LABEL.exec(window) ?? [];
    const said = name.toLowerCase();
    if (colon) {
      const whose = this.#own.includes(said.trim()) ? 'ours' : LISTED.get(said.trim());
      return whose && { length: all.length, whose };
    }
    if (isWhole || all.length < window.length || window.length === LONGEST_LABEL) return undefined;
    for (const known of [...this.#own, ...LISTED.keys()])
      if (known.startsWith(said) || said.trim() === known) return 'not known yet';
    return undefined;
  }
}

const LONGEST_LABEL = 64;
/** With what markdown puts around it, and what the model says of how it is spoken: "**Asha (warmly):**". */
const LABEL =
  /^["“]?[*_#>\-[]{0,6}\s{0,2}[*_[]{0,3}((?:[\p{L}\p{M}.' ]|\u{200C}|\u{200D}){0,40})(?:\([^()\n]{0,24}\)?)?[\])*_]{0,3}\s?([:：](?!\/\/|\d)[*_\]"“]{0,3})?/u;
