/** G.711 µ-law (ITU-T G.711): a byte for each sample of 8 kHz. */
export const RATE = 8_000;

/** 20 ms of it. */
export const FRAME_BYTES = 160;

export const SILENCE = 0xff;

const BIAS = 0x84;
const MOST = 32_635;

/** @param sample 16 bit, signed */
export function toMulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(sample), MOST) + BIAS;
  const exponent = Math.max(0, 31 - Math.clz32(magnitude) - 7);
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** @returns a sample of 16 bit, signed */
export function fromMulaw(byte: number): number {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 0x07;
  const magnitude = ((((bits & 0x0f) << 3) + BIAS) << exponent) - BIAS;
  return bits & 0x80 ? -magnitude : magnitude;
}
