import 'reflect-metadata';
import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badInput } from '../app-error.ts';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true })
  endCursor!: string | null;
}

/** One page of a Relay connection, newest or best first. */
export type Connection<Node> = {
  edges: { node: Node; cursor: string }[];
  pageInfo: PageInfo;
  /** How many there are in all, on every page. Counts when it is read: most clients don't ask. */
  readonly totalCount: number | Promise<number>;
};

/** The GraphQL types `XEdge` and `XConnection` of a node type. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>) {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(node)
    node!: Node;

    @Field(() => String)
    cursor!: string;
  }

  @ObjectType(`${name}Connection`)
  class ConnectionType {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int)
    totalCount!: number;
  }
  return ConnectionType;
}

export const MAX_PAGE = 100;

/** @throws AppError BAD_USER_INPUT unless `first` is 1 to 100 */
export function checkedFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput('first', `first must be a whole number from 1 to ${MAX_PAGE}.`);
}

/** Where a page ended: the instant that the list is sorted by, and the row's id for those of the same instant. */
export type Keyset = { at: string; id: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** As PostgreSQL writes it, with microseconds: a Date would round them away and skip rows. */
const INSTANT = /^\d{4,6}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d{1,6})?([+-]\d{2}(:\d{2})?)?$/;

const cursorOf = ({ at, id }: Keyset): string => Buffer.from(`${at} ${id}`).toString('base64url');

/** @throws AppError BAD_USER_INPUT for anything that `cursorOf` didn't make */
export function readCursor(after: string | null | undefined): Keyset | undefined {
  if (after === null || after === undefined) return undefined;
  const text = after.length > 200 ? '' : Buffer.from(after, 'base64url').toString('utf8');
  const at = text.slice(0, -37);
  const id = text.slice(-36);
  if (INSTANT.test(at) && UUID.test(id) && cursorOf({ at, id }) === after) return { at, id };
  throw badInput('after', 'after must be an endCursor or a cursor of this list.');
}

/**
 * Makes a page of rows of which one more than `first` was asked for.
 * @param keysetOf the row's place in the list
 */
export function pageOf<Row, Node>(
  rows: readonly Row[],
  first: number,
  options: {
    keysetOf: (row: Row) => Keyset;
    node: (row: Row) => Node;
    totalCount: () => number | Promise<number>;
  },
): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({
    node: options.node(row),
    cursor: cursorOf(options.keysetOf(row)),
  }));
  return {
    edges,
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return options.totalCount();
    },
  };
}
