import type { Outcome } from './exchange.ts';
import type { Telephone } from './telephone.ts';

/** What a caller says unattended: lines where Vobiz listens, sounds (µ-law, 8 kHz) in streams. */
export type Script = { lines: string[]; sounds: Buffer[] };

/** Does what a line says: nothing is silence, `#12` presses keys, anything else is spoken. */
export function act(telephone: Telephone, line: string): Promise<Outcome> {
  if (telephone.waitsAt === 'conference') return telephone.leaveConference();
  const [, digits] = /^#([0-9*#]+)$/.exec(line.trim()) ?? [];
  if (digits) return telephone.press(digits);
  return line.trim() ? telephone.say(line) : telephone.staySilent();
}

/** Calls, says each line and sound in turn and hangs up. @returns what was never said, because the call ended before */
export async function callUnattended(telephone: Telephone, { lines, sounds }: Script): Promise<Script> {
  const [linesLeft, soundsLeft] = [[...lines], [...sounds]];
  await telephone.dial();
  while (telephone.state === 'listening') {
    if (telephone.waitsAt === 'stream') await talk(telephone, soundsLeft);
    else {
      const line = linesLeft.shift();
      if (line !== undefined) await act(telephone, line);
      else await telephone.hangUp();
    }
  }
  return { lines: linesLeft, sounds: soundsLeft };
}

/** Listens to the greeting, says each sound and listens to what comes of it; hangs up when there is no more to say. */
async function talk(telephone: Telephone, sounds: Buffer[]): Promise<Outcome> {
  const { line } = telephone;
  await line?.untilAnswered();
  while (line && !line.isOver && sounds[0]) {
    await line.say(sounds[0]);
    if (line.isOver) break;
    sounds.shift();
    await line.untilAnswered();
  }
  return line?.isOver ? telephone.untilStreamEnds() : telephone.hangUp();
}
