import type { Call } from './operations.ts';

/** The words and forms that a text is written with. */
export type Words = {
  caller: string;
  speaker: Record<Call['turns'][number]['speaker'], string>;
  dateTime: (at: string) => string;
  time: (at: string) => string;
  duration: (seconds: number) => string;
};

/** The conversation, a line each. */
export const transcriptText = ({ turns }: Call, { speaker, time }: Words): string =>
  turns.map((turn) => `${time(turn.at)}  ${speaker[turn.speaker]}: ${turn.text}`).join('\n');

/** The call as a text to file or to send. */
export function callText(call: Call, words: Words): string {
  const { durationSeconds } = call;
  const head = [
    words.caller,
    words.dateTime(call.startedAt),
    ...(typeof durationSeconds === 'number' ? [words.duration(durationSeconds)] : []),
  ].join(' · ');
  return `${head}\n\n${transcriptText(call, words)}\n`;
}

/** The call for other programs, as the API has it. */
export const callJson = (call: Call): string =>
  `${JSON.stringify(call, (key, value: unknown) => (key === '__typename' ? undefined : value), 2)}\n`;

/** A name for a file with the call: its day and the first part of its id. */
export const fileName = ({ id, startedAt }: Call, extension: string): string =>
  `call-${startedAt.slice(0, 10)}-${id.slice(0, 8)}.${extension}`;
