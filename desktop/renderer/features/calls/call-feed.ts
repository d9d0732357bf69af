import type { ApolloClient } from '@apollo/client';
import type { CallFilter } from '../../graphql/generated/graphql.ts';
import {
  type CallPage,
  fitsIn,
  type LoadedCalls,
  NONE_LOADED,
  withCall,
  withNewest,
  withPage,
} from './loaded-calls.ts';
import { CALL_PAGE, type Row } from './operations.ts';

/** Quick to show, then enough to scroll on. */
const FIRST_PAGE = 50;
const NEXT_PAGE = 100;

export type FeedState = LoadedCalls & { isLoading: boolean; error: unknown };

/**
 * A list of calls that grows below by scrolling and above by what happens. It is kept outside of Apollo's cache,
 * which reads all of a list again for every page that is added to it; a hundred thousand calls would be felt.
 */
export class CallFeed {
  #state: FeedState = { ...NONE_LOADED, isLoading: false, error: undefined };
  /** What was heard since a page was asked for, which may be older. */
  #meanwhile: Row[] | undefined;
  readonly #listeners = new Set<() => void>();
  /** How far down it was left, in pixels. */
  offset = 0;

  constructor(
    private readonly client: ApolloClient,
    readonly tenantId: string,
    private readonly filter: CallFilter,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): FeedState => this.#state;

  /** The next page below; the first where there is none yet. */
  readonly more = async (): Promise<void> => {
    const { isLoading, hasMore, total, endCursor } = this.#state;
    if (isLoading || !hasMore) return;
    await this.#load(endCursor, total === null ? FIRST_PAGE : NEXT_PAGE, total === null, withPage);
  };

  /** Loads the calls that came while the subscription was cut. */
  readonly catchUp = async (): Promise<void> => {
    if (this.#state.total === null) return this.more();
    if (!this.#state.isLoading) await this.#load(null, FIRST_PAGE, true, withNewest);
  };

  /** What was just heard of a call. */
  heard(call: Row): void {
    this.#meanwhile?.push(call);
    if (this.#state.total === null) return;
    const isKnown = this.#state.calls.some(({ id }) => id === call.id);
    // Only the server knows what was said in a call that isn't here yet.
    if (this.filter.search && !isKnown) {
      if (call.status !== 'IN_PROGRESS') void this.catchUp();
      return;
    }
    this.#set({ ...this.#state, ...this.#with(this.#state, call) });
  }

  #with(loaded: LoadedCalls, call: Row): LoadedCalls {
    return withCall(loaded, call, fitsIn(this.filter, call));
  }

  async #load(
    after: string | null,
    first: number,
    isCounted: boolean,
    merge: (loaded: LoadedCalls, page: CallPage) => LoadedCalls,
  ): Promise<void> {
    this.#set({ ...this.#state, isLoading: true, error: undefined });
    const meanwhile: Row[] = [];
    this.#meanwhile = meanwhile;
    const { tenantId, filter } = this;
    try {
      const { data } = await this.client.query({
        query: CALL_PAGE,
        variables: { tenantId, filter, first, after, isCounted },
        fetchPolicy: 'no-cache',
      });
      if (!data) throw new Error('No calls came');
      const { edges, pageInfo, totalCount } = data.calls;
      const page: CallPage = {
        calls: edges.map(({ node }) => node),
        total: totalCount,
        hasMore: pageInfo.hasNextPage,
        endCursor: pageInfo.endCursor ?? null,
      };
      const merged = merge(this.#state, page);
      const current = filter.search ? merged : meanwhile.reduce((all, call) => this.#with(all, call), merged);
      this.#set({ ...current, isLoading: false, error: undefined });
    } catch (error) {
      this.#set({ ...this.#state, isLoading: false, error });
    } finally {
      this.#meanwhile = undefined;
    }
  }

  #set(state: FeedState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
