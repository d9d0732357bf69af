import type { Reporter, SerializedError, TestModule } from 'vitest/node';

type Tally = { passed: number; failed: number; skipped: number };

/**
 * Ends a run's output with `N passed, N failed`, and `, N skipped` where some were. What keeps a run from being
 * good without being a test, such as a file that can't be loaded, a hook or an unhandled error, counts as failed.
 */
export class ClosingLineReporter implements Reporter {
  private tally: Tally = { passed: 0, failed: 0, skipped: 0 };

  onInit(): void {
    // Teardown comes after the last event of a run, and may print as well.
    process.once('exit', (code) => process.stdout.write(`${closingLine(this.tally, code)}\n`));
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules
      .flatMap((module) => [...module.children.allTests()])
      .map((test) => test.result().state);
    const count = (state: (typeof tests)[number]) => tests.filter((each) => each === state).length;
    const parents = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const broken = parents.filter((parent) => parent.errors().length > 0);
    this.tally = {
      passed: count('passed'),
      failed: count('failed') + broken.length + unhandled.length,
      // Cut short by Ctrl-C or --bail, a test stays pending.
      skipped: count('skipped') + count('pending'),
    };
  }
}

/** A run that exits with an error says so, also when no test was at fault, such as when PostgreSQL didn't start. */
function closingLine({ passed, failed, skipped }: Tally, exitCode: number): string {
  const failures = exitCode === 0 ? failed : Math.max(failed, 1);
  return `${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
