import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { styleText } from 'node:util';
import type { Telephone } from './telephone.ts';
import { act } from './unattended.ts';

/** Calls, and lets a person speak until either side hangs up: `/hangup` or the end of input does. */
export async function callByHand(telephone: Telephone, input: Readable, output: Writable): Promise<void> {
  if ((await telephone.dial()).state === 'over') return;
  const lines = createInterface({ input, output, prompt: styleText('green', 'You:   ') });
  let hasEnded = false;
  lines.once('close', () => {
    hasEnded = true;
  });
  try {
    lines.prompt();
    for await (const line of lines) {
      if (line.trim() === '/hangup') break;
      if ((await act(telephone, line)).state === 'over') return;
      if (!hasEnded) lines.prompt();
    }
  } finally {
    lines.close();
  }
  await telephone.hangUp();
}
