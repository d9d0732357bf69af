import type { Rules } from '../data.ts';

/** What cannot wait for a receptionist. A wrong yes costs a sentence; a wrong no may cost more. Also what mixes Hindi and English. */
export const emergencies: Rules = {
  emergency: {
    phrases: ['इमरजेंसी|आपातकाल'],
    unless: ['kahan … emergency', 'emergency mein|me khula|available|kya'],
  },
  thisIsAnEmergency: { phrases: ['emergency hai|है please|jaldi|help?'] },
  ambulance: {
    phrases: [
      'ambulance … chahiye|bhejo|bhej|bhejiye|bulao|bula|jaldi|turant',
      'एम्बुलेंस … चाहिए|भेजो|भेजिए|बुलाओ',
    ],
  },
  bleeding: { phrases: ['bleeding … ho|aa', 'khoon|khun|खून … beh|bah|aa|nikal|बह|आ|निकल'] },
  labor: {
    phrases: [
      'pani|paani|पानी … nikal|toot|chhoot|chut|gir|beh|निकल|टूट|छूट|गिर|बह',
      'prasav|प्रसव … ho|शुरू|dard|पीडा',
      'delivery … hone|होने wali|vali|वाली',
    ],
  },
  quietBaby: {
    phrases: ['<baby> … ~hil|kick|move|हिल nahi|nahin|नहीं', '<baby> … ~nahi|nahin|नहीं ~hil|kick|move|हिल'],
  },
  unconscious: { phrases: ['behosh|बेहोश', 'fits|fit|daura|दौरा aa|pad|आ|पड'] },
  breathing: {
    phrases: [
      'saans|sans|सांस … dikkat|taklif|takleef|problem|mushkil|दिक्कत|तकलीफ',
      '~saans|sans|सांस … ~nahi|nahin|phool|ruk|नहीं|फूल|रुक',
      'chest|seene|chhati|chati|सीने|छाती … dard|दर्द',
    ],
  },
  severePain: { phrases: ['dard|दर्द … <very>', 'dard|दर्द … ~sahan|bardasht|sehan|सहन|बर्दाश्त'] },
  accident: { phrases: ['एक्सीडेंट', 'aag|आग lag|लग'] },
  selfHarm: { phrases: ['zehar|जहर', 'marna|marne|मरना|मरने … chahti|chahta|चाहती|चाहता'] },
  dying: {
    phrases: [
      '<patient>|condition|halat|tabiyat|haalat|हालत|तबीयत … is|very|bahut|बहुत? serious|critical|kharab|nazuk|खराब|गंभीर',
      'save|bachao|bacha|बचाओ my|her|him|us|me|please|lo|lijiye',
      'jaldi … doctor … bhejo|bulao',
    ],
  },
  notNow: { phrases: ['year|years|month|months|saal|mahine ago|back|before|pehle|earlier'] },
};
