import type { Dialect } from './dialect.ts';

/** Says what is wrong with an attribute's value, as the end of a sentence that opens with its name; undefined when nothing is. */
export type AttributeRule = (value: string) => string | undefined;

export type AttributeRules = Readonly<Record<string, AttributeRule>>;

/** One of the documented words. */
function oneOf(...words: string[]): AttributeRule {
  return (value) => (words.includes(value) ? undefined : `must be one of ${words.join(', ')}`);
}

/** A whole number within the documented bounds, or one of the words that may stand instead. */
function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER, ...words: string[]): AttributeRule {
  const bounds = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
  const instead = words.map((word) => ` or ${word}`).join('');
  return (value) => {
    const fits = /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
    return fits || words.includes(value) ? undefined : `must be a whole number ${bounds}${instead}`;
  };
}

/** An absolute address without a fragment, reached by http or https. */
export const absoluteUrl: AttributeRule = (value) => {
  const isAbsolute = /^https?:\/\//i.test(value) && URL.canParse(value);
  return isAbsolute && !value.includes('#') ? undefined : 'must be an absolute http or https URL';
};

const truth = oneOf('true', 'false');

/** KaiVox's routes are POST only, so the other documented value, GET, would lead nowhere. */
const method = oneOf('POST');

const key: AttributeRule = (value) =>
  /^([0-9*#]|none)?$/.test(value) ? undefined : 'must be a key of the telephone or none';

const someText: AttributeRule = (value) => (value.trim() ? undefined : 'must not be empty');

const hints: AttributeRule = (value) =>
  value.length <= 10_000 ? undefined : 'must have 10,000 characters at most';

const locale: AttributeRule = (value) =>
  /^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})$/.test(value) ? undefined : 'must be a locale such as en-IN';

/** Speech recognition knows no Indian language but English (docs.vobiz.ai, "VobizXML"). */
const recognisedLanguage: AttributeRule = (value) =>
  locale(value) ??
  (value.endsWith('-IN') && value !== 'en-IN' ? 'is a language that Gather does not recognise' : undefined);

/** What `Gather` takes in each dialect (docs.vobiz.ai, "VobizXML"). */
export const gatherAttributes = {
  guide: {
    action: absoluteUrl,
    method,
    input: oneOf('speech', 'dtmf', 'dtmf speech', 'speech dtmf'),
    timeout: wholeNumber(1, 60),
    speechTimeout: wholeNumber(1, 60, 'auto'),
    language: recognisedLanguage,
  },
  vobizxml: {
    action: absoluteUrl,
    method,
    inputType: oneOf('dtmf', 'speech', 'dtmf speech'),
    executionTimeout: wholeNumber(5, 60),
    digitEndTimeout: wholeNumber(2, 10, 'auto'),
    speechEndTimeout: wholeNumber(2, 10, 'auto'),
    finishOnKey: key,
    numDigits: wholeNumber(1, 32),
    speechModel: oneOf('default', 'command_and_search', 'phone_call', 'telephony'),
    hints,
    language: recognisedLanguage,
    interimSpeechResultsCallback: absoluteUrl,
    interimSpeechResultsCallbackMethod: method,
    log: truth,
    redirect: truth,
    profanityFilter: truth,
  },
} satisfies Record<Dialect, AttributeRules>;

/** What the spoken element takes; the guide's sample gives `Say` nothing. */
export const speechAttributes: Readonly<Record<Dialect, AttributeRules>> = {
  guide: {},
  vobizxml: { voice: oneOf('WOMAN', 'MAN'), language: locale, loop: wholeNumber(0) },
};

/** What the elements take that both dialects share. */
export const sharedAttributes = {
  Play: { loop: wholeNumber(0) },
  Redirect: { method },
  Hangup: { reason: oneOf('rejected', 'busy'), schedule: wholeNumber(0) },
  Wait: { length: wholeNumber(1), silence: truth, minSilence: wholeNumber(1) },
  Record: {
    action: absoluteUrl,
    method,
    maxLength: wholeNumber(1),
    timeout: wholeNumber(1),
    finishOnKey: key,
    playBeep: truth,
    recordSession: truth,
    callbackUrl: absoluteUrl,
    callbackMethod: method,
    fileFormat: oneOf('mp3', 'wav'),
  },
  Dial: {
    action: absoluteUrl,
    method,
    timeout: wholeNumber(1),
    timeLimit: wholeNumber(1),
    callerId: someText,
    confirmSound: absoluteUrl,
    confirmKey: key,
  },
} satisfies Record<string, AttributeRules>;
