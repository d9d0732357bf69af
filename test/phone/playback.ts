import type { Heard, Step } from './step.ts';

/** The element at which the caller's turn has come, and what runs where it brings nothing. */
export type Waiting = { at: Extract<Step, { step: 'gather' | 'record' | 'dial' }>; otherwise: Step[] };

/** What the caller hears of a document's steps, and where that leads. */
export type Playback = {
  spoken: string[];
  end: { next: 'wait'; waiting: Waiting } | { next: 'redirect'; url: string } | { next: 'hangUp' };
};

/** Runs steps top to bottom, as Vobiz does, up to the one that ends the document; running out of steps ends the call. */
export function play(steps: Step[]): Playback {
  const spoken: string[] = [];
  for (const [index, step] of steps.entries()) {
    switch (step.step) {
      case 'say':
        spoken.push(step.words);
        break;
      case 'play':
      case 'wait':
        break;
      case 'redirect':
        return { spoken, end: { next: 'redirect', url: step.url } };
      case 'hangUp':
        return { spoken, end: { next: 'hangUp' } };
      case 'gather':
      case 'record':
      case 'dial':
        // A session's recording runs beside what follows (docs.vobiz.ai, "Record").
        if (step.step === 'record' && step.attributes.recordSession === 'true') break;
        if (step.step === 'gather') spoken.push(...step.prompts.flatMap(wordsOf));
        return { spoken, end: { next: 'wait', waiting: { at: step, otherwise: steps.slice(index + 1) } } };
    }
  }
  return { spoken, end: { next: 'hangUp' } };
}

const wordsOf = (heard: Heard) => (heard.step === 'say' ? [heard.words] : []);
