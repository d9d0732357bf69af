import { createHash } from 'node:crypto';
import type { Line } from '../../language-model/briefing.ts';
import type { ReplyRequest } from '../../language-model/language-model.ts';

/** A paragraph of instructions. The same text has the same id. */
type PromptPart = { id: string; text: string };

/** What a model was told for one reply; the lines themselves are in the transcript. */
export type PromptLogEntry = {
  /** Undefined for the scripted receptionist. */
  model: string | undefined;
  parts: PromptPart[];
  /** What was told of the caller, in a message of its own. */
  callerData: string | undefined;
  /** The first and the last line of the transcript that it saw. */
  firstLine: number;
  lastLine: number;
  /** What stood for the lines before, in a call longer than the model has room for. */
  earlier: string | undefined;
};

/** Between paragraphs. Instructions that are split at it and joined with it again are the same to the letter. */
export const GAP = '\n\n';

/**
 * Takes a request apart into what changes from turn to turn and what doesn't.
 * @param lines the call so far; the request holds these very lines, or the latest of them after one for the others
 */
export function promptLogEntryOf(
  request: ReplyRequest,
  lines: readonly Line[],
  model: string | undefined,
): PromptLogEntry {
  const [first] = request.lines;
  // A single line that is longer than all its room goes cut short.
  const isWhole = first === lines[0] || request.lines.length === 1;
  return {
    model,
    parts: request.instructions.split(GAP).map((text) => ({ id: idOf(text), text })),
    callerData: request.callerData,
    firstLine: isWhole ? 1 : lines.length - request.lines.length + 2,
    lastLine: lines.length,
    earlier: isWhole ? undefined : first?.text,
  };
}

/** The first half of the text's SHA-256, as a UUID is written: PostgreSQL keeps it in 16 bytes. */
const idOf = (text: string): string =>
  createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
