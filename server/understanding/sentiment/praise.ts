import type { Remarks } from './pattern.ts';

const WELL =
  'well|nicely|clearly|properly|patiently|politely|smoothly|beautifully|quickly|thoroughly|perfectly|kindly|superbly|wonderfully|fine';
const STAFF =
  'you|they|he|she|everyone|everybody|staff|nurse|nurses|lady|doctor|team|people|man|boy|guy|manager|sister|madam|driver|teacher|teachers|technician|guard|receptionist';

/** What callers say when they are pleased, where words alone would mislead. */
export const praise: readonly Remarks[] = [
  // More than one could wish for.
  {
    worth: 2.5,
    said: [
      'could|can not have? be|been|ask|asked|thank … more|better|happier|easier|nicer|smoother|enough|pleased',
      'could|can not have|be|been … better|happier|easier|nicer',
      'nothing could|can be? better',
      'never been better|happier',
      'never been|felt|once? let_down|disappoint*|cheated|fail*|let',
      'not|never a|even single|one problem|issue|complaint|mistake',
      'never … such|so|a|as … good|great|nice|wonderful|kind|lovely|helpful|caring|clean|tasty|amazing|friendly',
      'never … better|nicer|happier|kinder',
      'made|make my|our|her|his day',
      'save|saved|saves my|our|his|her|husbands|wifes|sons|daughters|mothers|fathers … life',
      'dil khush',
      'kya baat hai',
      'kamaal kar|ka|ki|hai|ho',
      'khush kar',
      'maza aa|aaya gaya?',
      'load off my mind',
    ],
  },
  // Nothing to complain of.
  {
    worth: 2,
    said: [
      'no|any|without|zero|never … complaint|complaints $',
      'no|any|without|zero complaint|complaints at|whatsoever|so|during|from|with|everything|till|about',
      'nothing … complain',
      'can|could not|hardly complain',
      'not complaining',
      'koi? shikayat nahi',
    ],
  },
  {
    worth: 1.4,
    said: [
      'not too|so|half|that? bad at? all?',
      'no|never|any|without|not issues|problems|trouble|hassle|difficulty|delays|fuss … at_all|so_far|whatsoever|with|finding|during',
      'no issues|hassle|trouble',
      'nothing to worry',
    ],
  },
  // Would come again, and sends others.
  {
    worth: 2,
    said: [
      'i|we|will|would|highly|definitely|surely|strongly|already recommend|recommended|recommending … you|your|this|everyone|friends|all|others|family|people|it',
      'will|would|going|shall definitely|surely|certainly|happily|gladly … come|visit|return|order|use|book|recommend',
      'told|tell|telling … everyone|everybody|friends|sister|relatives|neighbours|colleagues',
      'dost|doston|sabko … bataya',
      'next time bhi',
      'exactly|just|precisely what|how i|we … want*|need*|looking|hop*|ask*|like*',
    ],
  },
  // What was done well.
  {
    worth: 2,
    said: [
      'well looked after',
      'looked after … well|so|like',
      `went|gone|go|goes|going|handled|explained|treated|behaved|recovered|spoke|managed|organised|organized|done|works|working|running|runs|maintained|trained|served|worked|did … ${WELL}`,
      'feel|felt|feels|feeling … at_home|at_ease|special|welcome|welcomed|heard',
      'worth it|every|the|waiting',
      'someone|somebody|person who … understand*|listen*|care*|know*',
      'such … care|love|respect|patience|warmth',
      'good|great|excellent|best care|hands',
      'taken|took|taking|takes so|very|really much|good? care',
      'keep it up',
      'hands down',
      'big fan',
      'full|five|5|ten marks|star|stars|on_ten',
      'ten|10 out of ten|10',
      'gem|angel|blessing|treasure of? a?',
      'you|he|she are|is a|an? star|legend|lifesaver|saviour|god',
      'is|are|was|like a? god|family',
      'pyar|izzat|tameez se … baat|bola|samjha*',
      'bahut|kaafi|badi|bada sab? help|madad',
      'help|madad kiya|kiye|ki|kar|mili',
      'bahut|kaafi|sab|sabko|mujhe|hume … pasand',
    ],
  },
  {
    worth: 1.4,
    said: [
      'i|we|she|he|they|everyone|kids|children|kid|family|daughter|son|mother|wife|customers really|just|also|absolutely|all|quite? like|likes|liked|enjoy|enjoyed … it|that|this|the|your|how|food|our|every*',
      `${STAFF} … very|so|really|most|truly|extremely|always|quite|were|was|are|is|been|too patient|kind|warm|understanding|accommodating|calm|supportive|sweet`,
      'so|very|really|extremely|most|truly|incredibly|how kind|patient|warm|understanding|thorough',
      'kind of you|him|her|them',
      'helped|helping|helps me|us|my|him|her|everyone|to|them|a_lot',
      'your help|support|guidance',
      'feel|feels|feeling|felt|doing|getting … much|far|lot|bit|a|little|even? better',
      'is|are|am better now|today',
      'much|far|lot|way|even better',
      'got|get|received … refund|replacement|report|delivery|order … same_day|next_day|quickly|immediately|early',
      'earlier than|then expected|promised|scheduled|i',
      'ahead of time|schedule',
      'on the dot',
      'within|in … minutes|hours … fixed|done|came|reached|solved|delivered',
      'came|reached|fixed|done|solved|arrived|delivered|picked … within|in … minutes|hour|hours',
      'on|in|at the? first|one ring|call|visit',
      'finally … working|works|solved|resolved|someone|understood|fixed|done',
      'that|it|this|so|very|really|pretty|quite|super is|was? very|so|really|super|pretty|quite? quick|fast|easy|prompt|simple|smooth|quickly|promptly',
      'glad|happy|good|nice|great|relief|relieved to hear|know|see|talk|speak',
      'nice|good|great|lovely|wonderful talking|speaking|meeting|chatting',
      'works|suits|suit … perfectly|fine|well|great|best',
      'looking forward',
      'saved … time|money|us|me',
      'jaldi … ho|mil|kar|aa gaya|diya|gayi|di',
      'dhyan|aaram se … suna|sunte|dekha|samjha*',
      'sab samjha*',
      'because of your … support|help|care|kindness',
      'aapki|aapke wajah|karan|help se',
      'always there|available|helpful|answer*|ready',
      'is|was|are|were top|good_only $',
      'to|as my|our|per? liking',
      'listened|listens to|patiently|carefully',
      'can walk|eat|see|sleep|hear … now|again',
      'proved me wrong',
    ],
  },
];
