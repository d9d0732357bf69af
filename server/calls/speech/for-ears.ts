import { MachineTalk } from './machine-talk.ts';
import { plainSpeech } from './plain-speech.ts';

/** What of a whole text is for a caller's ears, whoever wrote it: as written, before it is made sayable. */
export function forEars(text: string): string {
  let said = '';
  const heard = new MachineTalk({
    say: (piece) => {
      said += piece;
    },
    forget: () => {
      said = '';
    },
  });
  heard.push(text);
  heard.end();
  return plainSpeech(said);
}
