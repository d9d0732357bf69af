import { AppError } from '../../infra/app-error.ts';
import type { Reconciliation } from './reconciliation.ts';

/**
 * Compares what is owned with what is shown, and re-points applications: at start and on a schedule. What Vobiz does
 * wrong is noted with the findings, and credentials that can't be decrypted with the settings: the next run comes anyway.
 */
export async function reconcileNumbers(
  _: unknown,
  { reconciliation }: { reconciliation: Reconciliation },
): Promise<void> {
  await reconciliation.run().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}
