import { asksSomething } from '../reading/saying.ts';
import type { Situation } from '../situation.ts';
import type { Answer } from './answer.ts';

const ways = {
  NO_ADVICE: [
    'I cannot give medical advice, but someone from our team can help you.',
    'That is a question for a doctor, and I cannot answer it myself.',
  ],
  UNWELL: [
    'I am sorry to hear that. If it is severe, please dial 112 or come in at once; otherwise a doctor can see you.',
    'I am sorry that you are not well. I cannot give medical advice, but a doctor can see you.',
  ],
  EXPECTING: ['Thank you for telling me. Our doctors will be glad to see you.', 'Thank you, I see.'],
} as const;

/** Where a doctor should speak, the receptionist offers one. */
export function ofHealth({ saying, say }: Situation): Answer | undefined {
  const { acts, intents } = saying;
  if (!intents.includes('GENERAL')) return undefined;
  if (acts.has('ASKS_FOR_TREATMENT') || acts.has('ASKS_ADVICE'))
    return { sentences: [say(ways.NO_ADVICE)], offer: 'MESSAGE' };
  if (asksSomething(saying)) return undefined;
  if (acts.has('UNWELL')) return { sentences: [say(ways.UNWELL)], offer: 'APPOINTMENT' };
  return acts.has('EXPECTING') ? { sentences: [say(ways.EXPECTING)], offer: 'APPOINTMENT' } : undefined;
}
