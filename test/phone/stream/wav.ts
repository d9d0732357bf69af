import { fromMulaw, RATE, toMulaw } from './mulaw.ts';

/** Not a sound that can be played. The message is the end of a sentence that opens with the file's name. */
export class NoWav extends Error {
  override readonly name = 'NoWav';
}

const PCM = 1;
const MULAW = 7;
const EXTENSIBLE = 0xfffe;

/** Reads a wav (PCM of 8 or 16 bit, or µ-law; any rate, any number of channels) as µ-law of 8 kHz, mono. @throws {NoWav} */
export function mulawOf(wav: Buffer): Buffer {
  const { format, data } = chunksOf(wav);
  const [kind, channels, rate, bits] = [
    format.readUInt16LE(0),
    format.readUInt16LE(2),
    format.readUInt32LE(4),
    format.readUInt16LE(14),
  ];
  const isMulaw = kind === MULAW && bits === 8;
  const isPcm = (kind === PCM || kind === EXTENSIBLE) && (bits === 8 || bits === 16);
  if (!(isMulaw || isPcm)) throw new NoWav(`is of kind ${kind} with ${bits} bits, not PCM or µ-law`);
  if (channels < 1 || rate < 1) throw new NoWav('has no channels or no rate');
  const width = bits / 8;
  const frames = Math.floor(data.length / (width * channels));
  const sampleAt = (frame: number, channel: number) => {
    const at = (frame * channels + channel) * width;
    if (isMulaw) return fromMulaw(data[at] ?? 0);
    return bits === 8 ? ((data[at] ?? 128) - 128) << 8 : data.readInt16LE(at);
  };
  const mixed = Float64Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += sampleAt(frame, channel);
    return sum / channels;
  });
  return Buffer.from(atRate(mixed, rate).map((sample) => toMulaw(Math.round(sample))));
}

/** Samples of another rate as those of 8 kHz: each is the mean of those that it stands for, or lies between two. */
function atRate(samples: Float64Array, rate: number): number[] {
  const step = rate / RATE;
  const length = Math.floor(samples.length / step);
  return Array.from({ length }, (_, index) => {
    const from = index * step;
    if (step <= 1) {
      const [before = 0, after = before] = [samples[Math.floor(from)], samples[Math.floor(from) + 1]];
      return before + (after - before) * (from % 1);
    }
    const span = samples.subarray(Math.floor(from), Math.max(Math.floor(from) + 1, Math.floor(from + step)));
    return span.reduce((sum, sample) => sum + sample, 0) / span.length;
  });
}

/** Writes µ-law of 8 kHz as a wav of 16 bit, mono. */
export function wavOf(mulaw: Buffer): Buffer {
  const data = Buffer.alloc(mulaw.length * 2);
  for (const [index, byte] of mulaw.entries()) data.writeInt16LE(fromMulaw(byte), index * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + data.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(PCM, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(data.length, 40);
  return Buffer.concat([head, data]);
}

function chunksOf(wav: Buffer): { format: Buffer; data: Buffer } {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
    throw new NoWav('is no wav');
  const chunks = new Map<string, Buffer>();
  for (let at = 12; at + 8 <= wav.length; ) {
    const length = wav.readUInt32LE(at + 4);
    chunks.set(wav.toString('latin1', at, at + 4), wav.subarray(at + 8, at + 8 + length));
    // Chunks of an odd length are followed by a byte more.
    at += 8 + length + (length % 2);
  }
  const [format, data] = [chunks.get('fmt '), chunks.get('data')];
  if (!format || format.length < 16 || !data) throw new NoWav('has no sound in it');
  return { format, data };
}
