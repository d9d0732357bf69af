import { offering } from './phrases.ts';
import type { Situation } from './situation.ts';

const FIRST = [
  'This sounds like an emergency.',
  'I understand, this is urgent.',
  'Please do not wait on this line.',
];
const COME_IN = [
  'Please dial 112 now, or come in at once.',
  'Dial 112 at once, or come straight to us.',
  'Please call an ambulance on 112 now, or come in at once.',
];
const DIAL = ['Please dial 112 now.', 'Dial 112 at once.', 'Please call 112 now.'];

/** Help first, then a person. */
export function emergencyWords({ facts, isMedical, spoken, say }: Situation): string[] {
  const isRepeated = spoken.some((text) => text.includes('112'));
  const place = isRepeated
    ? facts.find(
        ({ subjects, text }) => subjects.has('LOCATION') && /road|street|address|lane|\d{6}/iu.test(text),
      )
    : facts.find(
        ({ text }) => /\b(emergency|casualty|ambulance)\b/iu.test(text) && /\d|open|call/iu.test(text),
      );
  return [
    say(FIRST),
    say(isMedical ? COME_IN : DIAL),
    ...(isMedical && place ? [place.text] : []),
    say(offering.PERSON),
  ];
}
