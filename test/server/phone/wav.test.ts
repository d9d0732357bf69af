import { describe, expect, test } from 'vitest';
import { fromMulaw, toMulaw } from '../../phone/stream/mulaw.ts';
import { mulawOf, NoWav, wavOf } from '../../phone/stream/wav.ts';

/** A wav of a second of a tone. */
function aTone({ rate = 8_000, channels = 1, bits = 16, kind = 1, hertz = 200 } = {}): Buffer {
  const width = bits / 8;
  const data = Buffer.alloc(rate * channels * width);
  for (let at = 0; at < rate * channels; at++) {
    const sample = Math.round(12_000 * Math.sin((2 * Math.PI * hertz * Math.floor(at / channels)) / rate));
    if (kind === 7) data[at] = toMulaw(sample);
    else if (bits === 8) data[at] = (sample >> 8) + 128;
    else data.writeInt16LE(sample, at * 2);
  }
  const format = Buffer.alloc(16);
  format.writeUInt16LE(kind, 0);
  format.writeUInt16LE(channels, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt16LE(bits, 14);
  const chunk = (name: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const odd = chunk('LIST', Buffer.from('odd'));
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), odd, chunk('data', data)]);
  return chunk('RIFF', body);
}

describe('µ-law', () => {
  test('is what G.711 says', () => {
    const pairs = [
      [0, 0xff],
      [7_932, 0xa0],
      [8_316, 0x9f],
      [-8_316, 0x1f],
      [16_764, 0x8f],
      [32_124, 0x80],
      [-32_124, 0x00],
    ] as const;
    expect(pairs.map(([sample]) => toMulaw(sample))).toEqual(pairs.map(([, byte]) => byte));
    expect(pairs.map(([, byte]) => fromMulaw(byte))).toEqual(pairs.map(([sample]) => sample));
  });

  test('comes back near to what it was, and as the same byte', () => {
    for (let sample = -32_000; sample <= 32_000; sample += 37) {
      const back = fromMulaw(toMulaw(sample));
      expect(Math.abs(back - sample)).toBeLessThanOrEqual(Math.abs(sample) / 16 + 8);
      expect(toMulaw(back)).toBe(toMulaw(sample));
    }
  });
});

describe('a sound file', () => {
  test.each([
    ['mono of 8 kHz', {}],
    ['stereo', { channels: 2 }],
    ['of 16 kHz', { rate: 16_000 }],
    ['of a studio', { rate: 48_000, channels: 2 }],
    ['of a compact disc', { rate: 44_100 }],
    ['of less than a telephone’s rate', { rate: 6_000 }],
    ['of 8 bits', { bits: 8 }],
    ['of µ-law', { kind: 7, bits: 8 }],
  ])('%s is the same second of the same tone', (_, form) => {
    const sound = mulawOf(aTone(form));
    expect(Math.abs(sound.length - 8_000)).toBeLessThan(3);
    const samples = [...sound].map(fromMulaw);
    const crossings = samples.filter(
      (sample, at) => at > 0 && sample >= 0 && (samples[at - 1] ?? 0) < 0,
    ).length;
    expect(Math.abs(crossings - 200)).toBeLessThan(3);
    expect(Math.max(...samples)).toBeGreaterThan(11_000);
    expect(Math.max(...samples)).toBeLessThan(13_000);
  });

  test('that is written is read as what it was', () => {
    const heard = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
    const back = mulawOf(wavOf(heard));
    // Both of the bytes of µ-law for nothing are one sample.
    expect([...back].map(fromMulaw)).toEqual([...heard].map(fromMulaw).map((sample) => sample || 0));
  });

  test.each([
    ['no wav', Buffer.from('ID3 something else entirely'), 'is no wav'],
    ['empty', Buffer.alloc(0), 'is no wav'],
    ['without sound', Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVE')]), 'has no sound in it'],
    ['of 24 bits', aTone({ bits: 24 }), 'is of kind 1 with 24 bits, not PCM or µ-law'],
  ])('that is %s is refused with a sentence', (_, wav, sentence) => {
    expect(() => mulawOf(wav)).toThrow(new NoWav(sentence));
  });
});
