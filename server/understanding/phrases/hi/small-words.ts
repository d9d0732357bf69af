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
  talkedAbout:
    'bola bole boli bolo kaha kehna kahna bolna bolne ka ki ke ko kya yeh ye yah woh wo naam nam wala wali बोला बोली बोले बोलो कहा कहना बोलना का की के को क्या यह ये वह वो नाम वाला वाली',
  beforeSubject: 'kya क्या',
  subjects: 'main mai mein hum aap मैं हम आप',
  leaveVerbs: '',
};
