import type { Rules } from '../data.ts';

/** What callers want with an appointment. Also what mixes Hindi and English. */
export const appointments: Rules = {
  book: {
    phrases: [
      'अपॉइंटमेंट|अपॉइन्टमेंट|अपाइंटमेंट',
      '<visit> … chahiye|chaiye|chahie|lena|leni|lene|karna|karni|karwana|karwani|karwa|karao|kara|dedo|de|dijiye|milega|milegi|mil|laga|lagana|banana|चाहिए|लेना|लेनी|मिलेगा|मिल|बुक|करना',
      'बुकिंग please? $',
      '<service> karwani|karwana|karna|karni|karani|karana|करवाना|करवानी hai|tha|है',
      'number|nambar laga|lagana|lagao|lagwana',
      'book|schedule|booking|reserve|register … kar|karna|karni|karwana|karo|kardo|करना|करो',
      '<doctor> … ko|se|से|को … dikhana|dikhani|dikhane|दिखाना|दिखाने|milna|मिलना|milne',
      'dikhana|dikhane|दिखाना hai|tha|aana|aa|है|था',
      'aa sakti|sakta|sakte … dikhane|checkup',
      'any|some|slot|slots … khali … <day>|now?',
      '<doctor>|slot … khali',
    ],
    unless: [
      'mera|meri|मेरा|मेरी … appointment … hai|tha|है|था',
      'test|scan|report|reports|treatment aa',
      '<doctor> baithte|aate|milenge',
    ],
  },
  cancel: {
    phrases: [
      'nahi|nahin|नहीं aa|आ … paungi|paunga|sakti|sakta|sakungi|sakunga|payenge|sakte|पाऊंगी|पाऊंगा|सकती|सकता',
    ],
  },
};
