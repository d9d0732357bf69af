import type { Rule } from './intents.ts';

/** What words do to a talk, whatever it is about. */
export const actsOfTalk = {
  YES: {
    phrases: [
      '^ yes|yeah|yep|yup|ya|yah|haan|han|haa|ha|ji|jee|sure|ok|okay|okey|definitely|absolutely|certainly|correct|right|fine|alright|bilkul|हां|जी|ओके|हा',
      '^ of course',
      '^ go ahead',
      '^ please do|yes',
      '^ please $',
      '^ theek|thik|ठीक hai|है?',
      '^ why not',
      '^ that would|is|will be? great|good|nice|fine|helpful|okay|ok|right',
      '^ i would like? that|to',
      '^ i would $',
      '^ kar|kara do|dijiye',
      '^ you can|may $',
    ],
  },
  NO: {
    phrases: [
      '^ ok|okay|actually|ji? no|nope|nah|nahi|nahin|nai|नहीं|ना|na',
      '^ not now|really|yet|today|necessary',
      '^ no need|thanks',
      '^ leave it|that',
      '^ nevermind',
      '^ never ~mind',
      '^ nothing|none',
      '^ rehne do|dijiye',
      '^ i am good|fine|okay|ok',
    ],
  },
  THANKS: {
    phrases: [
      '~thank|thanks|thankyou|thx|dhanyavaad|dhanyavad|dhanyawad|dhanyawaad|shukriya|shukria|धन्यवाद|शुक्रिया|थैंक्यू|थैंक',
    ],
  },
  ACKNOWLEDGED: {
    phrases: [
      '^ ok|okay|alright|fine|great|good|nice|perfect|accha|acha|achha|hmm|hm|understood|theek|thik|ठीक|अच्छा hai|है? $',
      '^ i see|understand|know $',
      '^ got it $',
      '^ ok|okay ok|okay|fine|great|good $',
      '^ that is|was? good|great|fine|nice|helpful $',
      '^ all right $',
    ],
  },
  GREETING: {
    phrases: [
      '^ hello|hallo|hi|hey|namaste|namaskar|namaskaram|vanakkam|salaam|pranam|नमस्ते|नमस्कार|हैलो|हेलो',
      '^ very? good morning|afternoon|evening',
    ],
  },
  CAN_YOU_HEAR: {
    phrases: [
      'can|could|do you hear',
      'are you … there|listening',
      'anyone|anybody|someone there',
      '^ hello hello',
      'sun rahe|rahi|pa',
      'aawaz|awaz|awaaz … aa|sunai',
    ],
    unless: ['on|<day>|open'],
  },
  HOW_ARE_YOU: {
    phrases: ['how are you', 'how is it going', 'how do you do', 'aap|tum kaise|kaisi', 'कैसे|कैसी हैं|हो'],
    unless: ['kaise pahunch*|aaye'],
  },
  SAY_AGAIN: {
    phrases: [
      'repeat',
      'say|said|tell … again',
      'come|once again|more',
      '^ pardon|sorry|what|huh|kya|excuse|क्या me? $',
      'pardon me|please',
      'what did|do you say|said',
      'what … you … said|saying',
      'not ~hear|catch|get|understand|follow|understood … ~you|that|what|it|anything',
      'not ~understand|hear $',
      'phir|fir|फिर se|से',
      'dobara|दोबारा',
      'kya bola|kaha|bole|boli|कहा',
      'slowly|louder|loudly',
      '~samajh|samjha|samjhi|समझ … nahi|nahin|नहीं',
      'again please',
    ],
    unless: ['call|calling|visit|come|coming … again'],
  },
  WAIT: {
    phrases: [
      '^ please? one|just|a|1|ek|give minute|moment|second|sec|min|minut',
      '^ just|give a|me one|a|1|ek minute|moment|second|sec|min|minut',
      'hold|hang on',
      '^ please? wait',
      'ruko|rukiye|rukna',
      'let me think|check|see|look|ask',
    ],
    unless: ['hold on … to|complaint', 'wait time|for'],
  },
  DROPS_IT: {
    phrases: [
      'never ~mind',
      'nevermind',
      '^ no? leave|forget|skip|drop it|that|about',
      'not … ~need|want … ~it|that|anymore|any|appointment',
      'not ~need|want ~to? $',
      'changed my mind',
      '^ no? please? cancel it|that|this|karo|kar? $',
      'rehne do|dijiye',
      'chhodo|chodo|jaane do|dijiye|it?',
      'no need',
      'not ~bother',
    ],
  },
  REFUSES: {
    phrases: [
      'not ~want|like|wish|going ~to? ~tell|say|give|share|disclose|reveal',
      'not ~tell|give|say|share|telling|giving',
      'rather|prefer not',
      'why should i',
      'not|none your business',
      'nahi|nahin|नहीं batana|bataungi|bataunga|dena|बताना',
      'anonymous',
      'no name|need',
    ],
  },
  DOES_NOT_KNOW: {
    phrases: [
      'not ~know|sure|decided',
      'any day|time|doctor',
      'anytime|anyday|whenever|anything|anyone',
      'no idea',
      'you tell|decide|suggest',
      '~pata nahi|nahin|नहीं',
      'kabhi|koi bhi',
      'kuch bhi',
      'general|normal|regular checkup|visit?',
    ],
  },
  ASKS_WHY: {
    phrases: [
      '^ but|and|ok? why',
      'why do|should|is|are … need|want|name|number|that|this',
      'kyun|kyon|क्यों chahiye|चाहिए',
    ],
  },
  IS_WRONG_NUMBER: { phrases: ['wrong number', 'galat number|nambar', 'dialed wrong|wrongly|mistake|by'] },
  WANTS_HELP: {
    phrases: [
      '^ can|could|will you … help',
      'need|want … help|information|info|assistance',
      'have|had … question|questions|query|doubt|enquiry|inquiry',
      'can|may i ask',
      'want|wanted|like to know|ask|enquire|inquire $',
      '^ help|madad me? please? $',
      'madad|help chahiye|kijiye|karo|karenge',
      'ek baat|sawaal|sawal|question',
    ],
  },
  ASKS: {
    phrases: [
      '^ and|so|ok|okay|but|also|hello|hi|please|madam|sir|excuse|yes|no? me? what|whats|when|where|who|whom|which|how|why|is|are|be|do|does|did|can|could|will|would|should|may|have|has|isn|aren|was|were',
      'kya|kab|kahan|kaha|kitna|kitne|kitni|kaun|kaunsa|kaunse|konsa|kaise|kyun|kyon|क्या|कब|कहां|कितना|कितने|कितनी|कौन|कैसे|क्यों',
      'tell|let … me|us … about|what|when|where|which|how|if|whether|know|your|the',
      'want|wanted|like|need to know|ask|understand|check',
      'wonder|wondering|know … if|whether|about|what|when|where|which|how',
      'batao|bataiye|bata|बताइए|बताओ',
      'what|which|how|where|when … is|are|do|does|can|should|will|much|many',
    ],
  },
} satisfies Record<string, Rule>;
