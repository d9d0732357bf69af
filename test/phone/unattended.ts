import type { Outcome } from './exchange.ts';
import type { Telephone } from './telephone.ts';

/** Does what a line says: nothing is silence, `#12` presses keys, anything else is spoken. */
export function act(telephone: Telephone, line: string): Promise<Outcome> {
  const [, digits] = /^#([0-9*#]+)$/.exec(line.trim()) ?? [];
  if (digits) return telephone.press(digits);
  return line.trim() ? telephone.say(line) : telephone.staySilent();
}

/** Calls, says each line in turn and hangs up. @returns the lines that were never said, because the call ended before. */
export async function callUnattended(telephone: Telephone, lines: string[]): Promise<string[]> {
  let { state } = await telephone.dial();
  for (const [index, line] of lines.entries()) {
    if (state === 'over') return lines.slice(index);
    ({ state } = await act(telephone, line));
  }
  if (state === 'listening') await telephone.hangUp();
  return [];
}
