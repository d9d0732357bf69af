import type { groups as english } from '../en/groups.ts';

/** Hindi words that stand for each other, and for the English ones of the same name: callers mix them. */
export const groups: Partial<Record<keyof typeof english, string>> = {
  visit: 'अपॉइंटमेंट|अपॉइन्टमेंट|अपाइंटमेंट|बुकिंग',
  doctor: 'डॉक्टर',
  person: 'डॉक्टर',
  patient: 'bachcha|bacha',
  baby: 'bachcha|bacha|बच्चा|बच्चे',
  day: 'kal|aaj|parso|कल|आज|परसों',
  place: 'aap|aapka|apka|aapki',
  shift: 'aage|pehle|baad|badha|badhana',
  cancel: 'radd|कैंसल|कैंसिल|रद्द',
  bad: 'kharab|bekar|ganda|gandi|bura|buri|खराब|बेकार|गंदा|गंदी',
  very: 'bahut|bahot|bohot|bilkul|itna|itni|zyada|jyada|tez|बहुत|ज्यादा|इतना|तेज',
  pain: 'dard|दर्द',

  // Of feelings, in the spelling of spellings.ts.
  count: 'ek|do|teen|char|paanch|das|bees|aadha',
  while: 'ghante|mahine|hafte|din|saal',
  waiting: 'khada|baitha|baithe|baithi|intezaar|pareshan',
  // "Acche" is how "ache" is spelt when it is read as Hindi.
  illness: 'acche|dard|bukhar',
  sufferer: 'tabiyat',
};
