import type { Farewells } from '../data.ts';

/** What people say as a call ends, in the English of Indian telephones, without apostrophes and hyphens. */
export const farewells: Farewells = {
  /** Ends a call whatever was said before it. */
  goodbye: ['goodbye|gudbye|bye|byebye|buhbye', 'good bye', 'good night'],
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
    'that|this is|was all|everything',
    'that will|would be all|everything',
    'thats|thatll|thatd be? all|everything',
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
  ],
  thanks: [
    'thank you|u so|very? much?',
    'thanks|thankyou a? lot|ton|much?',
    'many thanks',
    'thank|thanks you|u? for all? your|the|this? help|time|information|info|call|calling|assistance|support|everything',
  ],
  /** Says nothing either way. */
  courtesy: [
    'ok|okay|okey|k|alright|right|fine|sure|great|perfect|super|cool|nice|lovely|wonderful|awesome|good|excellent',
    'all right|good',
    'yes|yeah|yep|ya|no|nope|nah',
    'so|then|now|well|oh|um|uh|hmm|ah|and|ill|please|tata',
    'i|we will|shall',
    'i? hope',
    'for now|today',
    'from my? side|end|me',
    'i need|needed|want|wanted',
    'i wanted|needed to know|ask',
    'sir|madam|maam|mam|doctor|dr|dear|uncle|aunty|auntie|friend',
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
};
