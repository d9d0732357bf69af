/** Every time zone in use is a whole number of quarters of an hour away from UTC. */
export const QUARTER_MS = 15 * 60_000;

/** From an instant up to, but not including, another; an open end is null. */
export type Range = { from: Date | null; to: Date | null };

/** A range as whole quarters, as PostgreSQL's timestamps, and what is left of it at its edges. */
export type Pieces = {
  whole: { from: string; to: string };
  edges: { from: string; to: string }[];
};

/** What of a range is counted by whole quarters, and what call by call. The pieces neither overlap nor leave a gap. */
export function piecesOf({ from, to }: Range): Pieces {
  const start = from === null ? undefined : from.getTime();
  const end = to === null ? undefined : to.getTime();
  if (start !== undefined && end !== undefined && end <= start) return { whole: NOTHING, edges: [] };
  const firstWhole = start === undefined ? undefined : Math.ceil(start / QUARTER_MS) * QUARTER_MS;
  const lastWhole = end === undefined ? undefined : Math.floor(end / QUARTER_MS) * QUARTER_MS;
  if (firstWhole !== undefined && lastWhole !== undefined && lastWhole < firstWhole) {
    return { whole: NOTHING, edges: edge(start, end) };
  }
  return {
    whole: { from: text(firstWhole) ?? '-infinity', to: text(lastWhole) ?? 'infinity' },
    edges: [...edge(start, firstWhole), ...edge(lastWhole, end)],
  };
}

const NOTHING = { from: 'infinity', to: '-infinity' };

function edge(from: number | undefined, to: number | undefined): { from: string; to: string }[] {
  const [since, until] = [text(from), text(to)];
  return since === undefined || until === undefined || from === to ? [] : [{ from: since, to: until }];
}

const text = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
