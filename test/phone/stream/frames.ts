/** What the server may send through a stream (docs.vobiz.ai, "Stream"). */
export type ServerFrame =
  | { event: 'playAudio'; sound: Buffer }
  | { event: 'checkpoint'; name: string }
  | { event: 'clearAudio' }
  | { event: 'stop' };

/** A frame, as far as it can be read, and what is wrong with it, a sentence each. */
export type ReadFrame = { frame: ServerFrame | undefined; problems: string[] };

/** µ-law of 8 kHz: 8 bytes a millisecond, 20 to 60 ms a frame. */
const LEAST_BYTES = 160;
const MOST_BYTES = 480;

const KEYS: Readonly<Record<ServerFrame['event'], readonly string[]>> = {
  playAudio: ['event', 'streamId', 'media'],
  checkpoint: ['event', 'streamId', 'name'],
  clearAudio: ['event', 'streamId'],
  stop: ['event', 'streamId'],
};

/** Reads a frame strictly. */
export function readFrame(text: string, streamId: string): ReadFrame {
  const sent = objectIn(text);
  if (!sent) return { frame: undefined, problems: [`A frame is no JSON object: ${text.slice(0, 60)}.`] };
  const { event } = sent;
  if (!isEvent(event)) return { frame: undefined, problems: [`"${String(event)}" is no event of a stream.`] };
  const problems = strangers(sent, KEYS[event]).map((key) => `${event} has no ${key}.`);
  if (sent.streamId !== streamId)
    problems.push(`${event} names the stream "${String(sent.streamId)}", not "${streamId}".`);
  switch (event) {
    case 'playAudio':
      return readSound(sent.media, problems);
    case 'checkpoint': {
      const name = typeof sent.name === 'string' ? sent.name : '';
      if (!name) problems.push('checkpoint has no name.');
      return { frame: { event, name }, problems };
    }
    default:
      return { frame: { event }, problems };
  }
}

function readSound(media: unknown, problems: string[]): ReadFrame {
  const { contentType, sampleRate, payload, ...others } = isObject(media) ? media : {};
  problems.push(...Object.keys(others).map((key) => `playAudio's media has no ${key}.`));
  if (contentType !== 'audio/x-mulaw')
    problems.push(`playAudio's contentType is "${String(contentType)}", not audio/x-mulaw.`);
  if (sampleRate !== 8_000) problems.push(`playAudio's sampleRate is ${String(sampleRate)}, not 8000.`);
  const isBase64 = typeof payload === 'string' && /^(?:[\w+/]{4})*(?:[\w+/]{2}==|[\w+/]{3}=)?$/.test(payload);
  if (!isBase64) {
    problems.push("playAudio's payload is no base64.");
    return { frame: undefined, problems };
  }
  const sound = Buffer.from(payload, 'base64');
  if (sound.length < LEAST_BYTES || sound.length > MOST_BYTES)
    problems.push(
      `playAudio has ${sound.length} bytes, not the ${LEAST_BYTES} to ${MOST_BYTES} of 20 to 60 ms.`,
    );
  if (['RIFF', '.snd'].includes(sound.toString('latin1', 0, 4)))
    problems.push("playAudio's sound begins with a file's header.");
  return { frame: { event: 'playAudio', sound }, problems };
}

const isEvent = (event: unknown): event is ServerFrame['event'] =>
  typeof event === 'string' && Object.hasOwn(KEYS, event);

const strangers = (sent: object, known: readonly string[]) =>
  Object.keys(sent).filter((key) => !known.includes(key));

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
