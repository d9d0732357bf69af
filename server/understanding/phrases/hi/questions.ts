import type { Rules } from '../data.ts';

/** What callers want to know. Also what mixes Hindi and English. */
export const questions: Rules = {
  hours: {
    phrases: [
      'khula|khuli|khulta|khulti|khulte|khulega|khulegi|khul|खुला|खुलता|खुलती|खुलते|खुलेगा|बंद',
      'टाइमिंग',
      '^ and? kab|कब exactly? $',
      'kitne|kab baje? se|hai',
      'until|till kitne|kab',
      'kab|kitne|कब|कितने baje|tak|se|बजे|तक|से? … tak|baithte|baithti|aate|aati|milte|milti|milenge|milengi|rehte|rehta|rehti|aaye|aaun|aayein|तक|बैठते|आते|मिलते|मिलेंगे|आऊं|aa',
      'time kya|क्या',
      'kya|ka|का|क्या time|timing|samay|समय|टाइम',
      'on|sunday|saturday|holiday|holidays|diwali|weekend|weekends … khula',
      'doctor|dr|dr. … aate|aaye|baithte|baithenge|aayenge|aaenge|ayenge|aayengi|hongi|honge|hain|है|आते|बैठते',
      '24 ghante',
    ],
    unless: ['how|kaise … pahunch*', 'band|bund karo|kar', 'kaise open'],
  },
  prices: {
    phrases: [
      'kharcha|kharch|daam|keemat|rupaye|rupay|paisa|paise|प्राइस|फीस|फी|खर्चा|खर्च|दाम|कीमत|पैसा|पैसे|रुपये|रुपए|चार्ज',
      'kitna|kitne|kitni|कितना|कितने|कितनी … lagega|lagenge|lagta|lagte|hoga|padega|padta|lete|leti|leta|dena|dene|ka|ki|ke|hai|लगेगा|लगेंगे|लगता|लगते|होगा|पडेगा|लेते|देना|का|की|है',
      'bill|billing kitna',
    ],
    unless: [
      'kitna|kitne|kitni|कितना|कितने|कितनी time|der|door|dur|din|baje|doctor|ghante|bed|log|samay|dard|समय|देर|दूर|दिन|बजे|घंटे|saal|bachche|jaldi',
      'paisa|paise|money … wapas|vapas|back',
      'mera|meri|my|money paise|paisa|back wapas|back?',
    ],
  },
  place: {
    phrases: [
      'एड्रेस|लोकेशन|पार्किंग',
      'road|street|nagar|chowk … kahan|kaha|kidhar',
      '^ kahan|kidhar $',
      'kis|kaun|kaunsi|konsi|kon|kaunse jagah|jaga|area|side|road',
      'way|route|rasta|raasta|रास्ता … to|kya|batao|bataiye|hai|there|for|क्या|बताओ|बताइए',
      '<place> … kahan|kaha|kahaan|kidhar|kidher|कहां|कहा|किधर',
      'kahan|kaha|kahaan|kidhar|kidher|कहां|किधर … hai|hain|ho|par|pe|pada|padta|aana|aaye|aaun|है|हैं|हो|पर|आना|located',
      'pata|पता kya|batao|bataiye|bata|do|dijiye|bolo|boliye|क्या|बताओ|बताइए',
      'hospital|clinic|aapka|apka|का ka|का? pata|पता',
      'kaise|कैसे … pahunche|pahunchu|pahuche|pahunchna|aaye|aaun|aana|पहुंचे|पहुंचूं|आएं|आना',
    ],
    unless: [
      'where|kahan|kidhar … my|mera|meri|is|are|report|reports|doctor|dr|file … report|reports|file|bill|medicine|doctor|result|results',
      'kahan|kaha|kidhar … dard|दर्द|se bol|baat',
      'kahan|kaha se bol',
    ],
  },
};
