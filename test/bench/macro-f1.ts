/** How a text was labelled by hand, and how by what is measured. */
export type Judged<Label> = { truth: Label; guess: Label };

/**
 * Each label's F1, averaged with all labels alike, 0 to 1. A label that is never guessed counts 0: guessing the most
 * frequent of three gets no further than a third.
 */
export function macroF1<Label>(judged: readonly Judged<Label>[]): number {
  const labels = [...new Set(judged.map(({ truth }) => truth))];
  const sum = labels.reduce((total, label) => total + f1(judged, label), 0);
  return sum / labels.length;
}

function f1<Label>(judged: readonly Judged<Label>[], label: Label): number {
  const hits = judged.filter(({ truth, guess }) => truth === label && guess === label).length;
  const misses = judged.filter(({ truth, guess }) => (truth === label) !== (guess === label)).length;
  return (2 * hits) / (2 * hits + misses);
}
