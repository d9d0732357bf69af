import type { Remarks } from '../data.ts';

/**
 * What sounds like a feeling and is none, or hardly one: manners, greetings, symptoms, names of things, and what a
 * caller hopes for. Looked for before all else.
 */
export const courtesies: readonly Remarks[] = [
  // Manners.
  {
    worth: 0,
    said: [
      'good morning|afternoon|evening|night|day|noon',
      'happy birthday|diwali|holi|eid|christmas|new_year|anniversary|onam|pongal|navratri',
      'happy|glad to hold|wait|pay|share|provide',
      'have a? nice|good|great|lovely|pleasant day|evening|weekend|time',
      'best regards|wishes|of_luck',
      'no thank|thanks you?',
      'sorry|apolog* … trouble|delay|disturb*|bother*|late|mistake|inconvenience|confusion|noise',
      'trouble you',
      'excuse me',
      'by mistake',
      'wrong number|person|extension|button|option|department',
    ],
  },
  // What is hoped for or looked for, and the names of things.
  {
    worth: 0,
    said: [
      'best time|seller|sellers|way|before|price|rate|option|day|number|doctor|for',
      'better to|if|option|price|rate|number',
      'good time|price|rate|number|day|with|enough|for',
      'happy hour|hours|meal',
      'looking|want|need|suggest|give|show|get for? a|an|any|some|me? good|best|nice|better|cheap|clean|comfortable|safe',
      'super market|bazaar|speciality|specialty|deluxe',
      'cool|cold drink|drinks|storage|coffee|water',
      'would|will|i love|like|enjoy|appreciate to|if',
      'quick|fresh question|query|look|check|call|one|appointment|case|booking|start|application|connection',
      'be|make|come|please|bit quick|quickly|fast',
      'please|kindly|tell|ask|send|come|be|reach|will|arrive|deliver|delivered … on time',
      'pain relief',
      'easy emi|instalment|instalments|installments|return|returns',
      'love|perfect marriage|match',
      'get|getting|want|need|be fixed|solved|resolved|sorted',
      'waste pipe|bin|paper|water|collection',
      'refund|cancellation|return policy|rules|form|status|process',
      'complaint|complaints number|no|id|form|box|department|cell|register|desk|section',
      'missing|lost tooth|person|and_found',
      'failed|fail|poor … exam|exams|maths|subject|paper|eyesight|vision|appetite',
      'noise cancelling',
      'damage deposit|waiver',
      'not yet? received|receive|got|get … otp|code|sms|link|password',
    ],
  },
  // Illness, and what of the caller's own is broken: that is why they call.
  {
    worth: 0,
    said: [
      'bad|terrible|terribly|horrible|awful|severe|worst|nasty|poor|worse … <illness>',
      '<illness> … is|are|getting|feels|became|has very? bad|terrible|horrible|worse|awful',
      '<sufferer> is|are|am|getting|feels|feel|feeling|became|has_become very|so? bad|worse|weak|serious|terrible|horrible',
      'stomach|tummy|pet is? upset',
      'upset stomach|tummy',
      'suffer* from|with',
      'trouble|difficulty|struggl* … breath*|sleep*|walk*|see*|hear*|eating|swallowing',
      'pain|paining|hurts|hurting|bleeding badly|terribly',
      'period|periods is|are|got? late',
      'my|our|the|one|in … <belonging> … is|are|has|have|got not|stopped|broken|damaged|leaking|stuck|noisy|burnt|making working|starting|cooling|turning|opening|noise?',
      'broken|cracked|damaged|leaking|<belonging> <belonging>|leg|arm|hand|bone|leaking',
      'broke|broken his|her|my|the? leg|arm|hand|bone|ankle|wrist',
    ],
  },
  // The caller's own lateness.
  {
    worth: 0,
    said: [
      'i|we|he|she|flight|train|bus … will|am|are|may|might|be|get|running|reach be|come|get|running|reach? bit|little|ten|five|minutes? late',
      'late night|evening|fee|fees|show|checkout|check|payment|charges',
      'till|until|how|if … late',
      'too late to|for',
      'stuck|late in|at|because|due traffic|meeting|work|office|of|to',
      'slow down',
      'please|can|could|would|speak|talk|go … slow|slower',
      'bad weather|network|line|connection|signal|traffic|luck',
    ],
  },
  // Complaints in their Sunday clothes announce what follows; by themselves they hardly say it.
  {
    worth: -0.4,
    said: ['not mean|want to be|sound rude|harsh', 'do not mind', 'no offence|offense', 'to be frank|honest'],
  },
  { worth: -0.6, said: ['sorry to say|tell', 'with due|all due? respect', 'not to be rude'] },
  // "Thank you" is how a call ends; a caller who says why, or how much, means it.
  {
    worth: 1.6,
    said: [
      'thank|thanks|thankyou you? so|very|really|truly very? much',
      'thank|thanks you? a lot|ton|million|bunch',
      'thank|thanks you? lots',
      'many|lots_of|big|million|heartfelt thanks',
      'thank god|goodness|heavens',
      'thank|thanks you? for your|the? help|helping|support|patience|care|quick|effort|efforts|kindness|understanding|great|good|excellent|wonderful|lovely|nice|service|everything|all|guidance|hospitality|concern',
      'thanks to you|your',
      'thank|thanks you? the? … doctor|nurse|nurses|team|staff|everyone|them|him|her',
      'say thank you? for|to',
      'much appreciated',
    ],
  },
  { worth: 0.4, said: ['would be|have_been great|nice|good|helpful|wonderful|better|perfect|lovely'] },
];

/** Thanks that say neither why nor how much: looked for after all other courtesies, of any language. */
export const bareThanks: readonly Remarks[] = [
  { worth: 0.4, said: ['thanks|thank_you for $', 'thank|thanks|thankyou|thanx you?'] },
];
