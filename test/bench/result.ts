/** One measured ratio. */
export type Result = {
  bench: string;
  /** What was measured, against what. */
  what: string;
  measured: string;
  baseline: string;
  ratio: number;
  /** What we aim at, as `≥ 0.7`. */
  aim: string;
  isMet: boolean;
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** @param quantile 0 to 1 */
export const percentile = (values: readonly number[], quantile: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
};

/** A ratio to be as large, or as small, as possible. */
export function ratioOf(
  measured: number,
  baseline: number,
  aim: { atLeast: number } | { atMost: number },
): Pick<Result, 'ratio' | 'aim' | 'isMet'> {
  const ratio = measured / baseline;
  return 'atLeast' in aim
    ? { ratio, aim: `≥ ${aim.atLeast}`, isMet: ratio >= aim.atLeast }
    : { ratio, aim: `≤ ${aim.atMost}`, isMet: ratio <= aim.atMost };
}

/** The results as a table for a terminal. */
export function table(results: readonly Result[]): string {
  const rows = results.map(({ bench, what, measured, baseline, ratio, aim, isMet }) => [
    bench,
    what,
    measured,
    baseline,
    ratio.toFixed(2),
    `${aim} ${isMet ? 'met' : 'missed'}`,
  ]);
  const all = [['bench', 'what', 'measured', 'baseline', 'ratio', 'aim'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
