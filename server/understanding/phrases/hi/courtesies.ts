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
      'nahi ji? chahiye? dhanyavad|shukriya',
      'pareshan|bura|gussa|naraz mat|na',
      'sahi hai|baat|number',
    ],
  },
  // "Accha" that only says "I see".
  {
    worth: 0,
    said: [
      '^ accha $',
      '^ accha okay|ok|theek|ji|so|sir|madam|thanks|thank|haan|then|and|can|what|how|one|suno|suniye|ek|matlab|accha|to|toh',
    ],
  },
  // Illness, and what of the caller's own is broken: that is why they call.
  {
    worth: 0,
    said: [
      // A tooth's "ache" is spelt as many spell "acche", good.
      'tooth|stomach|head|back|ear|body|muscle|joint|chest|leg acche',
      '<illness> … is|are|getting|feels|became|has|hai very? bad|terrible|horrible|worse|awful|kharab|bura',
      '<sufferer> is|are|am|getting|feels|feel|feeling|became|has_become very|bahut|so? bad|worse|weak|kharab|serious|terrible|horrible',
      'stomach|tummy|pet|gala is? upset|kharab',
      'my|our|mera|meri|hamara|the|one|in … <belonging> … is|are|has|have|got not|stopped|kharab|broken|damaged|leaking|stuck|noisy|burnt|making working|starting|cooling|turning|opening|noise?',
      '<belonging> … kharab',
    ],
  },
  // "Thank you" is how a call ends; a caller who says why, or how much, means it.
  { worth: 1.6, said: ['bahut bahut? dhanyavad|shukriya|thanks|thank', 'dhanyavad|shukriya aapka|aap|dil'] },
];

/** Thanks that say neither why nor how much: looked for after all other courtesies, of any language. */
export const bareThanks: readonly Remarks[] = [{ worth: 0.4, said: ['dhanyavad|shukriya'] }];
