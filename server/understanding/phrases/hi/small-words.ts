import type { SmallWords } from '../data.ts';

/** The little words of Hindi, in the spelling of spellings.ts and, where clauses are parted, in Devanagari. */
export const smallWords: SmallWords = {
  contrasts: 'lekin magar लेकिन मगर',
  concessions: '',
  denials: 'nahi',
  beginsAfresh: '',
  wishBeginsAfresh: '',
  deniesBefore: 'nahi nahin nai nhi mat नहीं मत',
  intensifiers: 'bahut ekdum bilkul itna itni itne kaafi',
  dampeners: 'thoda thodi',
  openers: '',
  asking: 'kab kahan kaise kaun kitna kitne kitni',
  leave: 'alvida अलविदा गुडबाय बाय',
  afterLeave: '',
  talkedAbout: '',
};
