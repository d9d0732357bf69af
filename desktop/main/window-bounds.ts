type Area = { x: number; y: number; width: number; height: number };
type Bounds = { x?: number; y?: number; width: number; height: number };

const AT_FIRST: Bounds = { width: 1280, height: 860 };
/** What has to be seen of a window's top for a user to take hold of it, in pixels. */
const HOLD = 80;

/** Where a window opens: where it was, unless that screen is gone; then as big, wherever the system likes. */
export function boundsWithin(displays: readonly Area[], kept: Bounds | undefined): Bounds {
  if (!kept) return AT_FIRST;
  const { x, y, width, height } = kept;
  if (x === undefined || y === undefined) return { width, height };
  const canBeHeld = displays.some(
    (area) =>
      x + width >= area.x + HOLD &&
      x + HOLD <= area.x + area.width &&
      y >= area.y - HOLD &&
      y + HOLD <= area.y + area.height,
  );
  return canBeHeld ? { x, y, width, height } : { width, height };
}
