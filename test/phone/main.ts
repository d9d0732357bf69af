import { Unreachable } from './carrier.ts';
import { type CallCommand, readCommand, USAGE } from './command-line.ts';
import { callByHand } from './interactive.ts';
import { forPeople, jsonLine } from './print.ts';
import { NotWaiting, Telephone } from './telephone.ts';
import { callUnattended } from './unattended.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** @returns whether every document was valid and in time. */
async function call({ say, json, publicUrl, authToken, ...options }: CallCommand): Promise<boolean> {
  const telephone = new Telephone({
    ...options,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(authToken === undefined ? {} : { authToken }),
    onExchange: (exchange) => print(json ? jsonLine(exchange) : forPeople(exchange)),
  });
  if (say.length > 0) {
    const unsaid = await callUnattended(telephone, say);
    if (unsaid.length > 0)
      complain(`The call ended early; not said: ${unsaid.map((line) => `"${line}"`).join(', ')}.`);
  } else {
    const conversation = json ? process.stderr : process.stdout;
    conversation.write(
      'Speak by typing. An empty line is silence, #12 presses keys, /hangup or Ctrl-D ends the call.\n',
    );
    await callByHand(telephone, process.stdin, conversation);
  }
  const problems = telephone.exchanges.flatMap(({ webhook, problems }) =>
    problems.map((problem) => `${webhook}: ${problem}`),
  );
  for (const problem of problems) complain(problem);
  return problems.length === 0;
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
      if (!(error instanceof Unreachable || error instanceof NotWaiting)) throw error;
      complain(error.message);
      process.exitCode = 1;
    }
}
