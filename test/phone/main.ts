import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { Unreachable } from './carrier.ts';
import { type CallCommand, readCommand, USAGE } from './command-line.ts';
import { callByHand } from './interactive.ts';
import { forPeople, jsonLine, masked } from './print.ts';
import { mulawOf, NoWav, wavOf } from './stream/wav.ts';
import { NotWaiting, Telephone } from './telephone.ts';
import { callUnattended } from './unattended.ts';
import type { Recording } from './webhook-fields.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${masked(line)}\n`);

/** A file that can't be read, or is no sound. The message is a sentence to show. */
class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** @returns whether every document was valid and in time. */
async function call({ say, json, stream, play, listen, ...options }: CallCommand): Promise<boolean> {
  const { publicUrl, authToken, parentAuthId, key, ...rest } = options;
  const given = { publicUrl, authToken, parentAuthId, key };
  const sounds = play.map(soundIn);
  const telephone = new Telephone({
    ...rest,
    ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
      [Name in keyof typeof given]?: string;
    }),
    signatures: ['V3', 'V2'],
    recorder: recorded,
    ...(stream ? { stream: {} } : {}),
    onExchange: (exchange) => print(json ? jsonLine(exchange) : forPeople(exchange)),
  });
  if (say.length > 0 || stream) {
    const unsaid = await callUnattended(telephone, { lines: say, sounds });
    const left = [...unsaid.lines, ...play.slice(play.length - unsaid.sounds.length)];
    if (left.length > 0)
      complain(`The call ended early; not said: ${left.map((line) => `"${line}"`).join(', ')}.`);
  } else {
    const conversation = json ? process.stderr : process.stdout;
    conversation.write(
      'Speak by typing. An empty line is silence, #12 presses keys, /hangup or Ctrl-D ends the call.\n',
    );
    await callByHand(telephone, process.stdin, conversation);
  }
  if (stream && telephone.lines.length === 0) complain('The call came to no Stream.');
  if (listen !== undefined)
    writeFileSync(listen, wavOf(Buffer.concat(telephone.lines.map(({ heard }) => heard))));
  for (const problem of telephone.problems) complain(problem);
  return telephone.problems.length === 0;
}

/** Where Vobiz says that words can be heard which were typed: nowhere. */
function recorded(words: string): Recording {
  const id = randomUUID();
  return {
    url: `https://media.vobiz.ai/v1/recordings/${id}.mp3`,
    id,
    durationSeconds: Math.ceil(words.length / 15),
  };
}

function soundIn(file: string): Buffer {
  try {
    return mulawOf(readFileSync(file));
  } catch (error) {
    const why = error instanceof NoWav ? error.message : "can't be read";
    throw new Unreadable(`${file} ${why}.`, { cause: error });
  }
}

const command = readCommand(process.argv.slice(2));
switch (command.kind) {
  case 'help':
    process.stdout.write(USAGE);
    break;
  case 'mistake':
    complain(command.sentence);
    process.exitCode = 1;
    break;
  case 'call':
    try {
      if (!(await call(command))) process.exitCode = 1;
    } catch (error) {
      const isExpected = [Unreachable, NotWaiting, Unreadable].some((known) => error instanceof known);
      if (!(isExpected && error instanceof Error)) throw error;
      complain(error.message);
      process.exitCode = 1;
    }
}
