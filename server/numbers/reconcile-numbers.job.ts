import type { Reconciliation } from './reconciliation.ts';

/** Compares what is owned with what is shown, and re-points applications: at start and on a schedule. */
export async function reconcileNumbers(
  _: unknown,
  { reconciliation }: { reconciliation: Reconciliation },
): Promise<void> {
  await reconciliation.run();
}
