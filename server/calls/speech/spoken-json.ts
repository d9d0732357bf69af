/** Under what models put what is to be said, the surest first. */
const SPOKEN = [
  ...[
    'spoken',
    'say',
    'speech',
    'speak',
    'utterance',
    'reply',
    'response',
    'answer',
    'final_answer',
    'message',
  ],
  ...[
    'text',
    'content',
    'output',
    'final',
    'assistant',
    'agent',
    'result',
    'data',
    'messages',
    'choices',
    'delta',
  ],
];
/** What a machine is asked for has one of these. */
const CALLS = [
  'arguments',
  'parameters',
  'args',
  'tool',
  'tool_name',
  'tools',
  'tool_calls',
  'tool_call',
  'function',
  'function_call',
  'tool_call_id',
];
const DEEPEST = 5;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * What of a model's JSON is for the caller: "We open at nine." of `{"spoken":"We open at nine."}`, and nothing of a
 * function call. JSON that isn't quite, or was broken off, is read as far as it goes, to its last whole sentence.
 */
export function spokenInJson(json: string): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return spokenInBroken(json);
  }
  return spokenIn(value, DEEPEST);
}

function spokenIn(value: unknown, deepest: number): string {
  if (typeof value === 'string') return value;
  if (!isObject(value) || deepest === 0) return '';
  if (Array.isArray(value)) {
    return value
      .map((one) => spokenIn(one, deepest - 1))
      .filter(Boolean)
      .join(' ');
  }
  const byName = new Map(Object.entries(value).map(([name, inside]) => [name.toLowerCase(), inside]));
  const isForMachines = CALLS.some((name) => byName.has(name) && byName.get(name) !== null);
  const { role } = value;
  if (isForMachines || (typeof role === 'string' && !/^(?:assistant|agent|model)$/iu.test(role))) return '';
  for (const name of SPOKEN) {
    const said = byName.has(name) ? spokenIn(byName.get(name), deepest - 1) : '';
    if (said) return said;
  }
  return '';
}

const FIELD = new RegExp(
  `["']?\\b(?:${SPOKEN.join('|')})["']?\\s{0,8}:\\s{0,8}(?:"((?:[^"\\\\]|\\\\.)*)("?)|'((?:[^'\\\\]|\\\\.)*)('?))`,
  'isu',
);
const CALL = new RegExp(`["']?\\b(?:${CALLS.join('|')})["']?\\s{0,8}:`, 'iu');

function spokenInBroken(json: string): string {
  if (CALL.test(json)) return '';
  const [, double, doubleEnd, single, singleEnd] = FIELD.exec(json) ?? [];
  const said = unescaped(double ?? single ?? '');
  if (doubleEnd || singleEnd) return said;
  return /^.*[.!?।](?=["'”’)]*(?:\s|$))/su.exec(said)?.[0] ?? '';
}

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\da-f]{4})|(.))/gisu, (_, code?: string, sign = '') =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : /[nrt]/u.test(sign) ? ' ' : sign,
  );
