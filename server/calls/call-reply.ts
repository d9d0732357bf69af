/** What the telephone is to do next, in our own words; a carrier's adapter turns it into that carrier's. */
export type Step =
  | { step: 'say'; text: string }
  /** Has the call recorded from here to its end, once the caller was told. */
  | { step: 'recordCall'; notice: string }
  /** Speaks, and listens meanwhile and after. `turn` is the number of what the caller says then. */
  | { step: 'listen'; saying: string; turn: number; afterGreeting: boolean }
  /** Asks us for the rest of this turn's reply. */
  | { step: 'redirect'; turn: number; part: number }
  /** Says nothing, and asks us again for the reply to a turn whose recording isn't here yet; as in SoundAwaited. */
  | { step: 'awaitSound'; turn: number; waited: number; most: number | undefined }
  | { step: 'hangUp' }
  /** Doesn't take a call that has only just come: the busy tone, where the carrier has one, else this sentence. */
  | { step: 'turnAway'; saying: string };

export type CallReply = Step[];

/** To what the carrier only reports: the call goes on with the document that it has. */
export const goingOn = (): CallReply => [];

/** One document's share of a reply, stored as Vobiz got it, so that a repeated webhook gets the same. */
export type ReplySegment = {
  say: string[];
  /** How many of the reply's sentences it holds; none where it says a filler. */
  took: number;
  next: 'listen' | 'redirect' | 'hang up';
};

/** Speaks, then listens; where the caller says nothing and the carrier runs on, says so and hangs up. */
export function listening(
  saying: string,
  turn: number,
  noSpeechMessage: string,
  afterGreeting = false,
): CallReply {
  return [
    { step: 'listen', saying, turn, afterGreeting },
    { step: 'say', text: noSpeechMessage },
    { step: 'hangUp' },
  ];
}

/** Says a last thing, if any, and hangs up. */
export function hangingUp(text?: string): CallReply {
  return text ? [{ step: 'say', text }, { step: 'hangUp' }] : [{ step: 'hangUp' }];
}

/** The steps of segment `index` of the reply to turn `turn`. */
export function segmentReply(
  part: ReplySegment,
  turn: number,
  index: number,
  noSpeechMessage: string,
): CallReply {
  const text = part.say.join(' ');
  switch (part.next) {
    case 'listen':
      return listening(text, turn + 1, noSpeechMessage);
    case 'hang up':
      return hangingUp(text);
    case 'redirect':
      return [
        { step: 'say', text },
        { step: 'redirect', turn, part: index + 1 },
      ];
  }
}
