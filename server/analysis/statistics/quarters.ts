/** Every time zone in use is a whole number of quarters of an hour away from UTC. */
const QUARTER_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/** From an instant up to, but not including, another; an open end is null. */
export type Range = { from: Date | null; to: Date | null };

/** The same as PostgreSQL's timestamps. */
export type Span = { since: string; until: string };

/** A range in pieces that neither overlap nor leave a gap: days of UTC, quarters of an hour, and what is left. */
export type Pieces = { days: Span | undefined; quarters: Span[]; edges: Span[] };

/** In milliseconds. */
type Bounds = { from: number; to: number };

/** What of a range is counted by whole days, what by whole quarters, and what call by call. */
export function piecesOf(range: Range): Pieces {
  const whole = boundsOf(range);
  if (whole === undefined) return { days: undefined, quarters: [], edges: [] };
  const inQuarters = cut(whole, QUARTER_MS);
  if (inQuarters.inside === undefined)
    return { days: undefined, quarters: [], edges: inQuarters.outside.map(span) };
  const inDays = cut(inQuarters.inside, DAY_MS);
  return {
    days: inDays.inside && span(inDays.inside),
    quarters: inDays.outside.map(span),
    edges: inQuarters.outside.map(span),
  };
}

/** As `piecesOf`, but without days: hours of a time zone aren't to be had from those. */
export function quartersOf(range: Range): Pieces {
  const { days, quarters, edges } = piecesOf(range);
  return { days: undefined, quarters: days ? [...quarters, days] : quarters, edges };
}

function boundsOf({ from, to }: Range): Bounds | undefined {
  const bounds = {
    from: from?.getTime() ?? Number.NEGATIVE_INFINITY,
    to: to?.getTime() ?? Number.POSITIVE_INFINITY,
  };
  return bounds.from < bounds.to ? bounds : undefined;
}

/** The whole units inside, if any, and what is left before and after them. */
function cut({ from, to }: Bounds, unitMs: number): { inside: Bounds | undefined; outside: Bounds[] } {
  const inside = { from: Math.ceil(from / unitMs) * unitMs, to: Math.floor(to / unitMs) * unitMs };
  if (inside.from > inside.to) return { inside: undefined, outside: [{ from, to }] };
  const outside = [
    { from, to: inside.from },
    { from: inside.to, to },
  ];
  return {
    inside: inside.from < inside.to ? inside : undefined,
    // Cut where a unit begins, so that each piece lies in one unit even where none is whole.
    outside: outside.filter((piece) => piece.from < piece.to),
  };
}

const span = ({ from, to }: Bounds): Span => ({ since: text(from), until: text(to) });

function text(ms: number): string {
  if (Number.isFinite(ms)) return new Date(ms).toISOString();
  return ms < 0 ? '-infinity' : 'infinity';
}
