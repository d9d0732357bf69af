/** Of the curve, in its own units. */
export const WIDTH = 320;
export const HEIGHT = 48;
/** So that the dots at the edges are seen whole. */
const EDGE = 4;

/** Where a curve goes: from left to right, and up for what is content. @param scores -1 to 1 */
export function pointsOf(scores: readonly number[]): { x: number; y: number }[] {
  const step = scores.length < 2 ? 0 : (WIDTH - 2 * EDGE) / (scores.length - 1);
  const middle = HEIGHT / 2;
  return scores.map((score, index) => ({
    x: Math.round((EDGE + index * step) * 10) / 10,
    y: Math.round((middle - score * (middle - EDGE)) * 10) / 10,
  }));
}
