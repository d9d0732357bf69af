import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute } from 'graphql';

/**
 * As graphql-js's `subscribe`, but each event is executed in a context of its own: what a context's loaders remember
 * would otherwise be told for as long as the subscription lasts.
 */
export async function subscribeWithFreshContexts(
  args: ExecutionArgs,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const events = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in events)) return events;
  const iterator = events[Symbol.asyncIterator]();
  // No generator: its return() waits for the next event, which may never come.
  const results: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => results,
    next: async () => {
      const { value, done } = await iterator.next();
      if (done) return { value: undefined, done: true };
      return {
        value: await execute({ ...args, rootValue: value, contextValue: { ...copied(args) } }),
        done: false,
      };
    },
    return: async () => {
      await iterator.return?.();
      return { value: undefined, done: true };
    },
  };
  return results;
}

const copied = ({ contextValue }: ExecutionArgs): object =>
  typeof contextValue === 'object' && contextValue !== null ? contextValue : {};
