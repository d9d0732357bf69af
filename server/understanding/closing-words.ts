/**
 * What people say as a call ends, in the English and Hindi of Indian telephones, as speech recognition writes it:
 * lower case, without apostrophes and hyphens. `a|b` are spellings of one word, and a word with `?` may be missing.
 */
export const closingWords = {
  /** Ends a call whatever was said before it. */
  goodbye: [
    'goodbye|gudbye|bye|byebye|buhbye|alvida|अलविदा|बाय|बायबाय|गुडबाय',
    'good|गुड bye|बाय',
    'good|गुड|shubh|शुभ night|नाइट|ratri|raatri|रात्रि',
    'khuda|allah hafiz',
  ],
  /** Ends a call where nothing else was said: "I want to see you tomorrow" doesn't. */
  parting: [
    'see|catch you|ya later|soon|again|then|around|tomorrow|tonight?',
    'see you|ya on? monday|tuesday|wednesday|thursday|friday|saturday|sunday',
    'see you next week|time|month',
    'talk|speak to you later|soon|again|tomorrow',
    'you? have a very? nice|good|great|lovely|wonderful|pleasant|blessed day|evening|night|weekend|one ahead?',
    'enjoy your day|evening|weekend',
    'take care of? yourself?',
    'im|am hanging up now?',
    'please|you|can|could? please|you|can? hang up now?',
    'please|you|can|could? please|you|can? cut|disconnect|end the|this call now?',
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
    'that|this is|was all|everything',
    'that will|would be all|everything',
    'thats|thatll|thatd be? all|everything',
    'bas|बस itna|इतना hi|hee|ही tha|था?',
  ],
  /** Ends a call together with thanks: "nothing else" alone may answer "Any other pain?". */
  done: [
    'thats it',
    'that is it',
    'nothing else|more?',
    'no more|other|further questions|question',
    'im|am done',
    'i? ill|will call you? back|later|again? later?',
    'i|we|ive? have|need|got|must to? go now?',
    'aur|और? kuch|कुछ nahi|nahin|nai|नहीं',
    'bas|बस',
  ],
  thanks: [
    'thank|थैंक you|u|यू so|very? much?',
    'thanks|thankyou|थैंक्यू|थैंक्स a? lot|ton|much?',
    'many thanks',
    'dhanyavaad|dhanyavad|dhanyawad|dhanyawaad|shukriya|shukria|धन्यवाद|शुक्रिया',
    'thank|thanks you|u? for all? your|the|this? help|time|information|info|call|calling|assistance|support|everything',
  ],
  /** Says nothing either way. */
  courtesy: [
    'ok|okay|okey|k|alright|right|fine|sure|great|perfect|super|cool|nice|lovely|wonderful|awesome|good|excellent',
    'all right|good',
    'yes|yeah|yep|ya|haan|han|ha|ji|jee|accha|acha|achha|chalo|chaliye|bahut|no|nope|nah|na|nahi|nahin|nai',
    'theek|thik|teek|ठीक hai|he|hain|है?',
    'ओके|जी|हां|अच्छा|चलो|चलिए|बहुत|नहीं|सर|मैडम|नमस्ते|नमस्कार',
    'so|then|now|well|oh|um|uh|hmm|ah|and|ill|please|tata|namaste|namaskar',
    'i|we will|shall',
    'i? hope',
    'for now|today',
    'from my? side|end|me',
    'i need|needed|want|wanted',
    'i wanted|needed to know|ask',
    'sir|madam|maam|mam|doctor|dr|sahab|saab|sahib|bhai|bhaiya|bhaiyya|didi|dear|uncle|aunty|auntie|beta|friend',
    'got|understood|noted it|that?',
    'you too',
    'the? same to you',
    'youre|most welcome',
    'no problem|worries|issues',
    'god bless you?',
    'all the best',
    'i? really? appreciate it|that',
    'nice talking|speaking to|with you',
  ],
} as const satisfies Record<string, readonly string[]>;

export type ClosingKind = keyof typeof closingWords;

/** Before a goodbye, these make it something that is talked about, or another word: "don't say bye", "stop bye". */
export const talkedAbout: ReadonlySet<string> = new Set(
  'say saying says said tell mean means meant called named word wave waving kiss not never a an the our final hello come coming stop stopping drop dropping pass passing stand near'.split(
    ' ',
  ),
);
