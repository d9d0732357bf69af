import type { Farewells } from '../data.ts';

/** What people say as a call ends, in Hindi, and in English as it is written in Devanagari, without apostrophes and hyphens. */
export const farewells: Farewells = {
  goodbye: [
    'alvida|अलविदा|बाय|बायबाय|गुडबाय',
    'good|गुड bye|बाय',
    'good|गुड|shubh|शुभ night|नाइट|ratri|raatri|रात्रि',
    'khuda|allah hafiz',
  ],
  parting: [
    'main|mai|mein? ab|abhi? phone|call? rakhta|rakhti hoon|hun|hu|hoo',
    'phone|call? rakh raha|rahi hoon|hun|hu|hoo',
    'phone|call? rakhte hain|hai',
    'phir|fir milenge|milege',
    'phir|fir milte hain|hai',
    'phir|fir|baad mein|me|main? baat karte|karenge|karta|karti hain|hai|hoon?',
    'मैं? अब|अभी? फोन? रखता|रखती हूं',
    'फोन? रख रहा|रही हूं',
    'फिर मिलेंगे',
    'फिर मिलते हैं',
    'bas|बस itna|इतना hi|hee|ही tha|था?',
  ],
  done: ['aur|और? kuch|कुछ nahi|nahin|nai|नहीं', 'bas|बस'],
  thanks: [
    'thank|थैंक you|u|यू so|very? much?',
    'थैंक्यू|थैंक्स a? lot|ton|much?',
    'dhanyavaad|dhanyavad|dhanyawad|dhanyawaad|shukriya|shukria|धन्यवाद|शुक्रिया',
  ],
  courtesy: [
    'haan|han|ha|ji|jee|accha|acha|achha|chalo|chaliye|bahut|na|nahi|nahin|nai',
    'theek|thik|teek|ठीक hai|he|hain|है?',
    'ओके|जी|हां|अच्छा|चलो|चलिए|बहुत|नहीं|सर|मैडम|नमस्ते|नमस्कार',
    'namaste|namaskar',
    'sahab|saab|sahib|bhai|bhaiya|bhaiyya|didi|beta',
  ],
};
