import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import type { LanguageModel } from '../../../../server/language-model/language-model.ts';

type Writing = { write(text: string): void; end(): void };

/** A model that writes what the test tells it, when it tells it. One call at a time asks it. */
export function aModelToldWhatToWrite(): LanguageModel & { asked(call: CallIdentity): Promise<Writing> } {
  const begun: Writing[] = [];
  let awaited: ((writing: Writing) => void) | undefined;
  return {
    source: 'LANGUAGE_MODEL',
    reply: () => {
      const { readable, writable } = new TransformStream<string, string>(undefined, { highWaterMark: 100 });
      const writer = writable.getWriter();
      // A reply that was broken off takes no more, which is no failure of the test.
      const quietly = (done: Promise<void>) => void done.catch(() => undefined);
      const writing = {
        write: (text: string) => quietly(writer.write(text)),
        end: () => quietly(writer.close()),
      };
      if (awaited) awaited(writing);
      else begun.push(writing);
      awaited = undefined;
      return readable;
    },
    asked: () => {
      const writing = begun.shift();
      return writing ? Promise.resolve(writing) : new Promise((resolve) => (awaited = resolve));
    },
  };
}
