import { expect, test } from 'vitest';
import { pointsOf } from '../../../desktop/renderer/features/call/transcript/curve-points.ts';

test('content is up, displeased is down, and all lines share the width', () => {
  expect(pointsOf([-1, 0, 1])).toEqual([
    { x: 4, y: 44 },
    { x: 160, y: 24 },
    { x: 316, y: 4 },
  ]);
});
