import type { Remarks } from '../data.ts';

/** What callers say when they are pleased, where words alone would mislead. */
export const praise: readonly Remarks[] = [
  // More than one could wish for.
  {
    worth: 2.5,
    said: ['dil khush', 'kya baat hai', 'kamaal kar|ka|ki|hai|ho', 'khush kar', 'maza aa|aaya gaya?'],
  },
  // Nothing to complain of.
  { worth: 2, said: ['koi? shikayat nahi'] },
  // Would come again, and sends others.
  { worth: 2, said: ['dost|doston|sabko … batata', 'next time bhi'] },
  // What was done well.
  {
    worth: 2,
    said: [
      'pyar|izzat|tameez se … baat|bola|samjha*',
      'bahut|kaafi|badi|bada sab? help|madad',
      'help|madad kiya|kiye|ki|kar|mili',
      'bahut|kaafi|sab|sabko|mujhe|hume … pasand',
    ],
  },
  {
    worth: 1.4,
    said: [
      'jaldi … ho|mil|kar|aa gaya|diya|gayi|di',
      'dhyan|aaram se … suna|sunte|dekha|samjha*',
      'sab samjha*',
      'aapki|aapke wajah|karan|help se',
    ],
  },
];
