import type {
  CallerFacts,
  Line,
  OpeningFacts,
  PersonaFacts,
} from '../../../../server/language-model/briefing.ts';
import type { ReplyRequest } from '../../../../server/language-model/language-model.ts';
import { ScriptedReceptionist } from '../../../../server/language-model/scripted/scripted-receptionist.ts';
import { pragati } from '../../../fixtures/pragati.ts';

type Circumstances = { persona?: Partial<PersonaFacts>; caller?: CallerFacts; opening?: OpeningFacts };

const receptionist = new ScriptedReceptionist();

/** What the receptionist of Pragati Women's Hospital is asked on a Tuesday afternoon. */
export function aRequest(
  lines: Line[],
  { persona = {}, caller = {}, opening }: Circumstances = {},
): ReplyRequest {
  return {
    instructions: '',
    lines,
    persona: { ...pragati, ...persona },
    caller,
    localTime: 'Tuesday, 24 November 2026 at 5:30 pm',
    ...(opening && { opening }),
  };
}

/** A whole reply. */
export async function replyTo(request: ReplyRequest): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of receptionist.reply(request, new AbortController().signal)) pieces.push(piece);
  return pieces.join('').trim();
}

/** A call that goes on from line to line. */
export function aCall(circumstances: Circumstances = {}) {
  const lines: Line[] = [
    { speaker: 'AGENT', text: "Hello! Welcome to Pragati Women's Hospital. How can I help you today?" },
  ];
  return {
    lines,
    /** What is answered; both stand in the call's lines then. */
    async say(words: string): Promise<string> {
      lines.push({ speaker: 'CALLER', text: words });
      const reply = await replyTo(aRequest([...lines], circumstances));
      lines.push({ speaker: 'AGENT', text: reply });
      return reply;
    },
  };
}
