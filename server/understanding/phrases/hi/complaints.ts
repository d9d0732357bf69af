import type { Remarks } from '../data.ts';

/** What callers say when they are displeased, politely or not, where words alone would mislead. */
export const complaints: readonly Remarks[] = [
  // Contempt, and the last word between them and us.
  {
    worth: -2.8,
    said: [
      'waste|wasted|wasting|wastage … paisa',
      'time|paisa|money|din waste|barbad|doob',
      'dimag|mood kharab|off kar?',
      'what bakwas is? this?',
      'hadd|limit ho|hai|paar',
    ],
  },
  // Waiting, and no answer.
  {
    worth: -2.2,
    said: [
      'chalta|chalti|karta|aata|milta|lagta hi? nahi',
      '<count> <while> se|of|on|and|now|gone|passed … <waiting>|not|nahi|nothing|nobody|still',
      'kab se … try|call|<waiting>|bol',
      'abhi tak … nahi|koi',
      'koi … nahi',
      'sunte|sunta|sunti hi? nahi',
      'nahi sunte|sunta|sunti|uthata|batata|deta',
      'uthata|batata|deta|milta hi? nahi',
    ],
  },
  // The same thing again.
  { worth: -2.2, said: ['baar baar', 'kitni|hazaar|das|paanch baar', 'roz … problem|dikkat|phone'] },
  // Money and mistakes.
  {
    worth: -2,
    said: [
      'money|paisa wapas|back',
      'koi? fayda|jawab|matlab nahi',
      'tang aa|kar',
      'thak gaya|gayi',
      'pareshan kar*|kiya|kar',
    ],
  },
  // Not as good as it should be.
  {
    worth: -1.6,
    said: [
      'kya service hai',
      'maza nahi',
      'kya|koi tareeka hai',
      'bas karo|kijiye',
      'bahut ho gaya',
      'bahut time|samay lag*',
      'food|tea|coffee|rice|pizza|soup|meal|lunch|dinner|roti|idli|dosa|biryani|khana … cold|hard|dry|oily|salty|raw|thanda',
      'thanda khana|thi|tha',
      'too mehnga',
      'very mehnga',
      'bahut der|deri|late|slow|mehnga',
      'kyun … nahi|itna|itni|late|cancel',
      'chilla* rahe|raha|rahi|kar|diya',
    ],
  },
  { worth: -0.9, said: ['kaam nahi kar*', 'theek|sahi|dhyan se? … nahi'] },
];
