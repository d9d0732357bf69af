import { graphql } from '../../graphql/generated/gql.ts';
import type { CallsGoingOnQuery, DashboardQuery } from '../../graphql/generated/graphql.ts';

/** What calls add up to; `today` and `month` are instants. */
export const DASHBOARD = graphql(`
  query Dashboard($tenantId: ID, $today: DateTime, $month: DateTime) {
    today: callStats(tenantId: $tenantId, from: $today) { calls answered missed }
    insights(tenantId: $tenantId, from: $month) {
      total {
        calls answered missed returning averageDurationSeconds averageReplySeconds
        sentiment { positive neutral negative }
        intents { intent calls }
      }
      days { day stats { answered missed calls } }
      hours { hour stats { calls } }
    }
    repeatCallers(tenantId: $tenantId, from: $month, first: 5) { calls customer { id name phone } }
    unansweredQuestions(tenantId: $tenantId, from: $month, first: 5) { question calls lastAskedAt }
  }
`);

export const FOLLOW_UPS_DUE = graphql(`
  query FollowUpsDue($tenantId: ID) {
    followUps(tenantId: $tenantId, status: OPEN, first: 6) {
      id title dueAt call { id } customer { id name phone }
    }
  }
`);

export const CALLS_GOING_ON = graphql(`
  query CallsGoingOn($tenantId: ID) {
    calls(tenantId: $tenantId, first: 12, filter: { status: IN_PROGRESS }) {
      edges { node { ...CallRow turns { ...Line } } }
    }
  }
`);

export type Added = DashboardQuery;
export type Total = Added['insights']['total'];
export type GoingOn = CallsGoingOnQuery['calls']['edges'][number]['node'];
