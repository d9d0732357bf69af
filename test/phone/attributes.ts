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

/** A key of the telephone; several may end a recording. None at all isn't documented, nor is an empty value. */
const keys: AttributeRule = (value) =>
  /^[0-9*#]+$/.test(value) ? undefined : 'must be one or more of the keys 0-9, * and #, and not empty';

const keyOrNone: AttributeRule = (value) =>
  /^([0-9*#]|none)$/.test(value) ? undefined : 'must be a key of the telephone or none, and not empty';

const someText: AttributeRule = (value) => (value.trim() ? undefined : 'must not be empty');

/** docs.vobiz.ai, "Gather": at most 500 phrases of 100 characters, 10,000 characters in all. */
const hints: AttributeRule = (value) => {
  const phrases = value.split(',').map((phrase) => phrase.trim());
  if (value.length > 10_000) return 'must have 10,000 characters at most';
  if (phrases.length > 500) return `must have 500 phrases at most, not ${phrases.length}`;
  if (phrases.some((phrase) => phrase.length > 100)) return 'must have phrases of 100 characters at most';
  return phrases.includes('') ? 'must have no phrase that is empty' : undefined;
};

const locale: AttributeRule = (value) =>
  /^[a-z]{2,3}(-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})$/.test(value) ? undefined : 'must be a locale such as en-IN';

/** What speech recognition is documented to know by name; "others" are not named, hi-IN and all other Indian languages are not among them. */
const RECOGNISED = ['en-IN', 'en-US', 'en-GB'];

/** Whether `Gather` understands a language. One that it doesn't is fatal: Vobiz refuses the document, and the call drops. */
export const isRecognised = (language: string): boolean => RECOGNISED.includes(language);

const recognisedLanguage: AttributeRule = (value) =>
  isRecognised(value) ? undefined : 'is a language that Gather does not recognise';

/** Anybody's room may be reached without TLS where it is on this machine. */
export const socketUrl: AttributeRule = (value) => {
  const isAbsolute = /^wss?:\/\//i.test(value) && URL.canParse(value) && !value.includes('#');
  const isSafe = isAbsolute && (/^wss:/i.test(value) || isLoopback(new URL(value).hostname));
  return isSafe ? undefined : 'must be an absolute wss URL';
};

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host);

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
    finishOnKey: keyOrNone,
    numDigits: wholeNumber(1, 32),
    speechModel: oneOf('default', 'command_and_search', 'phone_call'),
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
  Hangup: { reason: oneOf('rejected', 'busy'), schedule: wholeNumber(1) },
  Wait: { length: wholeNumber(1), silence: truth, minSilence: wholeNumber(1) },
  Record: {
    action: absoluteUrl,
    method,
    redirect: truth,
    maxLength: wholeNumber(1),
    timeout: wholeNumber(1),
    finishOnKey: keys,
    playBeep: truth,
    recordSession: truth,
    callbackUrl: absoluteUrl,
    callbackMethod: method,
    fileFormat: oneOf('mp3', 'wav'),
  },
  Dial: {
    action: absoluteUrl,
    method,
    redirect: truth,
    callbackUrl: absoluteUrl,
    callbackMethod: method,
    timeout: wholeNumber(1),
    timeLimit: wholeNumber(1),
    callerId: someText,
    callerName: someText,
    dialMusic: absoluteUrl,
    confirmSound: absoluteUrl,
    confirmKey: keyOrNone,
    hangupOnStar: truth,
    sipHeaders: someText,
  },
  Conference: {
    muted: truth,
    startConferenceOnEnter: truth,
    endConferenceOnExit: truth,
    waitSound: absoluteUrl,
    callbackUrl: absoluteUrl,
  },
  Stream: {
    bidirectional: truth,
    audioTrack: oneOf('inbound', 'outbound', 'both'),
    keepCallAlive: truth,
    contentType: oneOf('audio/x-mulaw;rate=8000', 'audio/x-l16;rate=8000', 'audio/x-l16;rate=16000'),
    statusCallbackUrl: absoluteUrl,
    maxRetries: wholeNumber(0, 10),
    streamTimeout: wholeNumber(1),
  },
} satisfies Record<string, AttributeRules>;

/** An account of before 2026 took a `finishOnKey` without a key, for none. */
export const olderRecordAttributes: AttributeRules = {
  ...sharedAttributes.Record,
  finishOnKey: (value) => (value === '' ? undefined : keys(value)),
};
