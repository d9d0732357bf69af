/** Tags whose content is a thought of the model's, as models that reason write them. */
const THOUGHTS =
  /^(?:\w+:)?(?:think|thinking|thoughts?|reasoning|reflection|analysis|scratchpad|inner_?monologue|monologue|internal|rationale|plan|planning|cot|chain_of_thought|antthinking)$/iu;
/** Tags whose content is for a machine. */
const MACHINERY =
  /^(?:\w+:)?(?:tools?|tool_?calls?|tool_use|tool_code|tool_(?:response|results?|output)s?|functions?|function_?calls?|function_(?:response|results?)|invoke|parameters?|code|execute|command|action|observation|script|style)$/iu;

/** What a tag's name says of what stands in it. */
export function tagKind(name: string): 'thought' | 'machinery' | 'markup' {
  if (THOUGHTS.test(name)) return 'thought';
  return MACHINERY.test(name) ? 'machinery' : 'markup';
}

/** What a token of a model's own template, as `<|channel|>`, says of what follows. */
export function tokenKind(name: string): 'header' | 'aside' | 'end' | 'speech' {
  const plain = name.replaceAll('▁', '_').trim().toLowerCase();
  if (/^(?:channel|start|im_start|start_header_id)$/u.test(plain)) return 'header';
  if (/^(?:return|endoftext|end_of_text|eot_id|eom_id)$/u.test(plain)) return 'end';
  if (/^\/|end/u.test(plain)) return 'speech';
  return /thought|think|reason|tool|function|python_tag/u.test(plain) ? 'aside' : 'speech';
}

/** Blocks of code in a language that says nothing to a caller. */
export const CODE =
  /^(?:tool_\w+|python|py|js|javascript|ts|typescript|bash|sh|shell|sql|php|ruby|java|c|cpp|yaml|yml|toml)$/iu;

const SOUNDS =
  'laugh(?:s|ing|ter)?|giggl(?:es|ing)|chuckl(?:es|ing)|sigh(?:s|ing)?|smil(?:es|ing)|paus(?:e|es|ing)|nod(?:s|ding)|cough(?:s|ing)?|clear(?:s|ing) (?:(?:her|his|their|my) )?throat|whisper(?:s|ing)|gasp(?:s|ing)?|grin(?:s|ning)|wink(?:s|ing)|wav(?:es|ing)|typ(?:es|ing)|hang(?:s|ing) up|listen(?:s|ing)|think(?:s|ing)|wait(?:s|ing)|speak(?:s|ing)|transfer(?:s|ring) (?:the )?call|disconnects|ends? (?:the )?call';
const NOUNS =
  'beat|silence|(?:short|brief|long|slight) pause|(?:hold |soft )?music(?: plays| playing)?|background noise|inaudible|dial tone|(?:phone )?rings?|ringing|beep|call ends|call ended|call disconnected|end of call|keyboard sounds?|typing sounds?';
const MANNERS =
  'softly|warmly|gently|politely|cheerfully|brightly|kindly|calmly|empathetically|apologetically|sympathetically|enthusiastically|professionally|empathetic|cheerful|(?:in|with) an? [\\p{L}, -]+ (?:tone|voice|smile)|(?:warm|friendly|calm|soft|gentle|cheerful|empathetic|professional)(?:,? \\p{L}+)? (?:tone|voice|smile)';
const HINDI =
  '(?:हंस|हँस|मुस्कुरा|मुस्करा|रुक|ठहर|खांस|खाँस)(?:ते|कर|ता|ती|कुराते)?(?: हुए| है)?|हंसी|हँसी|विराम|मौन|hans(?:te|kar)(?: hue)?|muskura(?:te|kar)(?: hue)?|ruk ?kar';
const AFTER_SOUND =
  "(?: (?:\\p{L}+ly|at|to|with|for|while|as|and|in|into|before|on|a|her|his|the|sounds?)(?: [\\p{L}\\p{N}\\p{M},' -]*)?)?";
const STAGE = new RegExp(
  `^(?:(?:(?:\\p{L}+ly|slight|soft) )?(?:${SOUNDS})${AFTER_SOUND}|${NOUNS}|${MANNERS}|checks (?:the |her |his )?(?:calendar|schedule|system|records?|notes?|computer)|${HINDI})[.…]*$`,
  'iu',
);
const STAGE_WORDS =
  'laughs laughing laughter giggles chuckles sighs smiles smiling pauses pausing nods coughs clears whispers gasps grins typing silence music beep softly warmly'.split(
    ' ',
  );

/** Whether this is what an actor is told to do, as "smiles warmly". */
export const isStageDirection = (inside: string): boolean => STAGE.test(inside.trim());

/** Whether a direction may have been broken off here. */
export function maybeStageDirection(begun: string): boolean {
  const word = begun.trim().toLowerCase();
  return (
    word.length > 2 && STAGE_WORDS.some((known) => known.startsWith(word) || word.startsWith(`${known} `))
  );
}

const COMMAND =
  /^\/?(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|(?:END|TOOL|CALL|ACTION|FUNCTION|SYSTEM|TRANSFER|HANG ?UP|HOLD|PAUSE|INST|SPEAK|INTERNAL|SILENCE|WAIT|DISCONNECT|BOOK|THINK|THOUGHT)(?![a-z]))/u;

/** Whether this, in square brackets, is a command to a machine: "END_CALL", "TOOL: book". */
export const isCommand = (inside: string): boolean => COMMAND.test(inside.trim());

/** Whether a command may have been broken off here: "END_CA", "EN". */
export const maybeCommand = (begun: string): boolean =>
  /^\s*\/?[A-Z]{2,}[A-Z_]*$/u.test(begun) || isCommand(begun);

/** A command without brackets. */
export const isBareCommand = (word: string): boolean =>
  /^(?:[A-Z]{2,}(?:_[A-Z]+)+|(?:end|transfer|hang_up|hangup|disconnect)_call)[.!;]*$/u.test(word);

/** What is called like a function when a parenthesis follows. */
export const isFunctionName = (word: string): boolean =>
  /^(?:(?:functions?|tools?|default_api|api)\.\w+|[A-Za-z]\w*_\w+)$/u.test(word);
