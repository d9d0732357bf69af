type Tick = { number: number; load: string };

/** Events that a test makes happen, for one subscription. */
export function ticking() {
  const waiting: ((result: IteratorResult<Tick>) => void)[] = [];
  const happened: Tick[] = [];
  const { promise: subscribed, resolve: subscribe } = Promise.withResolvers<void>();
  const { promise: left, resolve: leave } = Promise.withResolvers<void>();
  const events: AsyncIterable<Tick> = {
    [Symbol.asyncIterator]: () => {
      subscribe();
      return {
        next: () => {
          const tick = happened.shift();
          if (tick) return Promise.resolve({ value: tick, done: false });
          return new Promise((resolve) => waiting.push(resolve));
        },
        return: async () => {
          leave();
          for (const resolve of waiting.splice(0)) resolve({ value: undefined, done: true });
          return { value: undefined, done: true };
        },
      };
    },
  };
  const tick = (number: number, load = '') => {
    const next = waiting.shift();
    if (next) next({ value: { number, load }, done: false });
    else happened.push({ number, load });
  };
  return { events, tick, subscribed, left };
}
