import type { Rule } from '../../../understanding/phrases/data.ts';

const SYMPTOM =
  'pain|ache|aching|backache|fever|vomiting|vomit|nausea|nauseous|dizzy|dizziness|discharge|itching|rash|swelling|swollen|cramp|cramps|spotting|bleeding|headache|cough|cold|weak|weakness|infection|periods|period|pcos|pcod|thyroid|fibroid|cyst|lump|dard|bukhar|ulti|chakkar|khansi|khujli|kamzori|sujan|hurts|paining|sick|unwell|injury|दर्द|बुखार|उल्टी|चक्कर';
const LANGUAGES =
  'hindi|tamil|telugu|kannada|marathi|bengali|gujarati|malayalam|punjabi|urdu|odia|हिंदी|हिन्दी|मराठी';
const MACHINE =
  'robot|bot|machine|computer|ai|recording|recorded|automated|automatic|ivr|chatbot|chatgpt|gpt|artificial|software|human|person|real|insaan|insan|रोबोट|मशीन|इंसान';

/** What is asked of the receptionist itself, or told of the caller's health. */
export const actsOfAsking = {
  INSULTS: {
    phrases: ['stupid|idiot|nonsense|rubbish|bewakoof|pagal|dumb', 'shut up'],
    unless: ['staff|nurse|doctor … stupid|idiot|useless'],
  },
  IS_IT_A_MACHINE: {
    phrases: [
      `are|is … you|this|it|that … ${MACHINE}`,
      `am i|we … talking|speaking … ${MACHINE}`,
      `aap|tum|ye|yeh|kya|आप|क्या … ${MACHINE} … ho|hai|hain|kya|हैं|हो|है`,
      `you|it sound|sounds like … ${MACHINE}`,
      'who made|created|built|programmed you',
      'which|what ai|model|llm|software',
      '^ robot|bot|ai|machine $',
    ],
    unless: ['report|medicine|test … real', 'is … person|human|someone … available|there'],
  },
  WHO_IS_IT: {
    phrases: [
      'who is|are|am … you|this|i|speaking',
      'who … speaking|talking|asking',
      'your name',
      'aapka|apka|tumhara|आपका naam|नाम',
      'aap|आप kaun|कौन',
      'kaun bol|कौन',
      'kahan|kaha se bol',
      'which|what hospital|clinic|company|shop|business|place is|am|are this|i|you|it',
      'is|am this|i|it … hospital|clinic|office|salon|shop|reception|company|store|restaurant',
    ],
    unless: ['hospital|clinic|office|salon|shop … open|near|far|close|closed|on|in', 'who is this … for'],
  },
  OTHER_LANGUAGE: {
    phrases: [
      `speak|talk|in|know|understand|speaking … ${LANGUAGES}`,
      `${LANGUAGES} … mein|me|baat|bolo|boliye|bol|please|speak|talk|speaking|aati|aata|में|बोल`,
      'which|what|other|another language|languages',
      `^ ${LANGUAGES} $`,
    ],
    unless: ['<doctor> … speak|know|talk'],
  },
  PROBES: {
    phrases: [
      'ignore|disregard|forget|bypass|override … instruction*|rule*|prompt|above|previous|guideline*|everything',
      'system|initial|hidden|secret prompt|instruction*|message|rule*',
      'your|own|reveal|print|repeat|show … instruction*|prompt|rules|guidelines|configuration',
      'read … instruction*|prompt|them|rules',
      'pretend|roleplay … to|be|as|you|are',
      'act as',
      'developer|debug|admin|jailbreak|dan|god mode',
      'jailbreak',
      'you are|be now',
      'what … you told|programmed',
      'everything|text|words|message above',
      'notes|know|record|stored … about|on me',
      'read|tell|show … notes|records',
    ],
    unless: ['instruction* before|after|for'],
  },
  IS_IT_BOOKED: {
    phrases: [
      'is|so|has|are|okay … it|appointment|booking|that|my|i … booked|confirmed|fixed|done|cancelled|scheduled|confirm',
      'booked|confirmed|fixed na|right|then|correct',
      'did|have you book|booked|cancel|cancelled|confirm|confirmed|schedule',
      'confirm|book|booked|fix|cancel|कन्फर्म ho|हो gaya|gayi|गया|गई',
      'pakka',
    ],
  },
  HAS_AN_APPOINTMENT: {
    phrases: [
      'have|had|got an|my? … appointment|booking',
      'my appointment|booking',
      'mera|meri … appointment',
      'be|running late',
      'late ho',
    ],
  },
  WHEN_WILL_YOU_CALL: {
    phrases: [
      'when|time|soon|long|who … you|they|he|she|someone|doctor|person|will … ~call|callback|contact|ring|phone',
      'who|when will|do|does … ~call|callback|contact|confirm',
      'when|how … confirm|confirmed|confirmation',
      'kab|kaun|कब … call|phone|callback|फोन|कॉल',
    ],
    unless: ['tell … me'],
  },
  WHAT_TIME_IS_IT: {
    phrases: [
      'what time is|be it now?',
      'what|current … the? time now|right',
      'what is|be the? time $',
      'what|which … day|date … is|be it|today',
      'today is|be date|which',
      'kya time|samay hua|ho',
      'time kya hua|ho',
    ],
  },
  UNWELL: {
    phrases: [SYMPTOM],
    unless: ['treat|treatment|specialist|doctor … for', 'pain clinic|management'],
  },
  EXPECTING: {
    phrases: [
      'i|she|wife|daughter|sister|we am|is|be|are … pregnant|expecting',
      '<day>|month|months|week|weeks pregnant',
      'pregnancy test … positive',
      'positive … pregnancy',
      'garbhvati|गर्भवती',
    ],
  },
  ASKS_FOR_TREATMENT: {
    phrases: [
      'can|should|may|could i|we|she|he … take|use|apply|stop',
      'which|what … medicine|medicines|tablet|tablets|dose|medication|injection|cream',
      'is|be it|this|that … normal|dangerous|serious',
      'safe|normal … during|in|for|when|while pregnancy|pregnant|baby',
      'side effect|effects',
      'dawai|medicine|tablet|goli … le|lu|loon|khau|khaun|khana|lena',
      'what … cause|causes|mean|means',
    ],
    unless: [
      'take … appointment|slot|report|reports|photo|message|bus|auto|cab|metro|token',
      'use … parking|wheelchair|card|upi|lift',
    ],
  },
  ASKS_ADVICE: {
    phrases: [
      'can|should|may|could i|we|she|he … eat|drink|travel|exercise|fly|walk|work|sleep',
      'what should|can i|we do|eat|drink|avoid',
      'what … symptom|symptoms',
      'kya karu|karun|karna chahiye',
    ],
  },
  ASKS_WHAT_IT_DOES: {
    phrases: [
      'what|how can|do|all you do|offer|help',
      'what … help with',
      'kya kya kar|karte',
      'aap kya kar|karte|karti',
    ],
    unless: ['do you do … <service>', 'offer … discount'],
  },
} satisfies Record<string, Rule>;
