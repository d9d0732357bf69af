import type { Rules } from '../data.ts';

/** What callers want from a person. Also what mixes Hindi and English. */
export const requests: Rules = {
  human: {
    phrases: [
      'baat|bat|बात karni|karna|karne|karao|karwao|karaiye|karwaiye|kara|karwa|karwado|karado|kar|karunga|karungi|ho|करनी|करना|कराओ|कराइए|करवा|करा',
      'se|से baat|बात',
      'se connect',
      'call|phone|फोन|कॉल karwa|karwao|karwaiye|karo|karein|kijiye|lagao|lagaiye|करवा|करें|कीजिए',
      'insaan|insan|aadmi|इंसान',
    ],
    unless: [
      'are|is|am you|this|i … insaan',
      'aap … insaan|insan|machine|robot',
      'kya|kis bare|baare mein? baat',
      'hindi|english|tamil|telugu|marathi|kannada|bengali|gujarati mein|me baat',
      'kitne|kab|kis … call',
      'theek|thik|acche|achhe|tameez|tamiz se baat',
    ],
  },
  complaint: {
    phrases: [
      'shikayat|शिकायत',
      'bakwas',
      'badtam*|battam*|battem*|badtem*|batam*|बदतमीज*',
      '<very> … kharab|bekar|ganda|gandi|bura|buri|खराब|बेकार|गंदा|गंदी',
      'doctor|nurse|staff … theek|thik|achhe … ~dekha|देखा',
      'report|reports|refund|bill|रिपोर्ट … ~abhi|ab|अभी … ~mili|mila|मिली|मिला',
      'bill|report|amount|charge|charges|name|medicine|test … galat',
      'galat|गलत report|bill|dawai|रिपोर्ट|बिल',
      'money|paisa|paise|पैसे … back|wapas|vapas|वापस',
      'phone|call|फोन … ~kyun|kyon|kyu|koi|nahi|नहीं … ~uthate|uthaya|utha|uthata|उठाते|उठाता',
      'koi|कोई … ~sunta|sun|dekhta|jawab|सुनता|dhyan',
      'kab|ghante|ghanton|कब|घंटे se|से … wait|intezar|intezaar|baithe|baithi|bethe|इंतजार|बैठे|बैठी',
    ],
    unless: ['stomach|tummy … kharab', 'tabiyat|तबीयत … kharab|खराब'],
  },
};
