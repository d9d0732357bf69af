import type { ApolloCache, Reference } from '@apollo/client';
import type { Line } from '../operations.ts';

/** Adds a line that was just said to a call that is shown; one that has grown is in its place by itself. */
export function addLine(cache: ApolloCache, callId: string, line: Line): void {
  const id = cache.identify({ __typename: 'Call', id: callId });
  if (id === undefined) return;
  cache.modify<{ turns: readonly Reference[] }>({
    id,
    fields: {
      turns: (turns = [], { toReference, readField }) => {
        const added = toReference({ __typename: 'Turn', id: line.id });
        if (!added || turns.some((turn) => readField('id', turn) === line.id)) return turns;
        const number = (turn: Reference) => readField<number>('number', turn) ?? 0;
        return [...turns, added].sort((one, other) => number(one) - number(other));
      },
    },
  });
}
