import { inputAddress } from '../../../../server/telephony/vobiz/webhooks/addresses.ts';
import type { Surroundings } from '../../../../server/telephony/vobiz/webhooks/surroundings.ts';

/** What a document of Pragati's knows of it, where nothing is chosen. */
export const SURROUNDINGS: Surroundings = {
  inputAddress: inputAddress('https://kaivox.example', 'pragati'),
  language: 'en-IN',
  voice: 'WOMAN',
  voiceLanguage: null,
  hints: '',
  transcribes: false,
};
