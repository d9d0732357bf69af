import { graphql } from '../../graphql/generated/gql.ts';
import type { MySessionsQuery } from '../../graphql/generated/graphql.ts';

export const SESSIONS = graphql(`
  query MySessions { sessions { id app system address startedAt lastUsedAt isThisOne } }
`);

export const END = graphql(`mutation EndSession($id: ID!) { endSession(id: $id) }`);

export const END_OTHERS = graphql(`mutation EndOtherSessions { endOtherSessions }`);

export type Session = MySessionsQuery['sessions'][number];
