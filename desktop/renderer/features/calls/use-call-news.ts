import { graphql } from '../../graphql/generated/gql.ts';
import type { CallNewsSubscription } from '../../graphql/generated/graphql.ts';
import { type Listening, useLive } from '../../graphql/use-live.ts';

const CALL_NEWS = graphql(`
  subscription CallNews($tenantId: ID) {
    callActivity(tenantId: $tenantId) {
      kind
      call { ...CallRow hangupCause }
      turn { ...Line }
    }
  }
`);

/**
 * What happens to the calls of a tenant, as it happens, while the page can be seen.
 * @param tenantId undefined where it isn't known yet
 */
export function useCallNews(
  tenantId: string | undefined,
  { onNews, onMissed }: Listening<CallNewsSubscription['callActivity']>,
): void {
  useLive(CALL_NEWS, tenantId, {
    onNews: ({ callActivity }, client) => onNews(callActivity, client),
    onMissed,
  });
}
