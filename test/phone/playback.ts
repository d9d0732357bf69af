import { type Heard, isOfSession, type RecordShape, type Step, type StepOf } from './step.ts';

/** The element at which the caller's turn, or somebody else's, has come, and what runs where it brings nothing. */
export type Waiting = {
  at: StepOf<'gather' | 'record' | 'dial' | 'conference' | 'stream'>;
  otherwise: Step[];
};

/** What the caller hears of a document's steps, and where that leads. */
export type Playback = {
  spoken: string[];
  /** Recordings that begin on the way, in order. */
  begun: StepOf<'record'>[];
  /** Whether the line is answered before the end comes; until then it rings. */
  isAnswered: boolean;
  end:
    | { next: 'wait'; waiting: Waiting }
    | { next: 'redirect'; url: string }
    /** `unanswered` is why Vobiz turns the call away, where it does. */
    | { next: 'hangUp'; unanswered?: string };
};

export type Surroundings = {
  record?: RecordShape;
  /** Whether the line was answered before this document. */
  isAnswered?: boolean;
};

/**
 * Runs steps top to bottom, as Vobiz does, up to the one that ends the document; running out of steps ends the call.
 * While the caller's turn is recorded (as documented since 2026) the call goes on, up to the `Redirect` that waits.
 */
export function play(
  steps: Step[],
  { record = 'documented', isAnswered = false }: Surroundings = {},
): Playback {
  const played: Omit<Playback, 'end'> = { spoken: [], begun: [], isAnswered };
  let turn: StepOf<'record'> | undefined;
  for (const [index, step] of steps.entries()) {
    const waitsAt = (at: Waiting['at'], from = index + 1): Playback => ({
      ...played,
      end: { next: 'wait', waiting: { at, otherwise: steps.slice(from) } },
    });
    if (!isHangup(step) && step.step !== 'dial' && step.step !== 'redirect') played.isAnswered = true;
    switch (step.step) {
      case 'say':
        played.spoken.push(step.words);
        break;
      case 'play':
      case 'wait':
        break;
      case 'redirect':
        // The words of the turn come while this waits for them.
        if (turn) return waitsAt(turn, index);
        return { ...played, end: { next: 'redirect', url: step.url } };
      case 'hangUp': {
        // One that is scheduled comes later than what follows it.
        if (step.attributes.schedule !== undefined) break;
        const { reason } = step.attributes;
        const unanswered = played.isAnswered ? undefined : reason;
        return { ...played, end: unanswered ? { next: 'hangUp', unanswered } : { next: 'hangUp' } };
      }
      case 'record':
        played.begun.push(step);
        if (isOfSession(step)) break;
        if (record === 'older' || step.attributes.redirect === 'true') return waitsAt(step);
        turn = step;
        break;
      case 'gather':
        played.spoken.push(...step.prompts.flatMap(wordsOf));
        return waitsAt(step);
      case 'stream': {
        const { bidirectional, audioTrack = 'inbound', keepCallAlive } = step.attributes;
        if (bidirectional === 'true' && audioTrack !== 'inbound')
          return { ...played, end: { next: 'hangUp' } };
        // Else it runs beside what follows, and ends with that.
        if (keepCallAlive === 'true') return waitsAt(step);
        break;
      }
      case 'dial':
      case 'conference':
        return waitsAt(step);
    }
  }
  return { ...played, end: { next: 'hangUp' } };
}

const isHangup = (step: Step) => step.step === 'hangUp';

const wordsOf = (heard: Heard) => (heard.step === 'say' ? [heard.words] : []);
