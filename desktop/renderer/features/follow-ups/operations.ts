import { graphql } from '../../graphql/generated/gql.ts';
import type { FollowUpFieldsFragment, FollowUpStatus } from '../../graphql/generated/graphql.ts';

export type FollowUp = FollowUpFieldsFragment;

/** In the order in which they are offered. */
export const STATUSES = ['OPEN', 'DONE', 'DISMISSED'] as const satisfies readonly FollowUpStatus[];

graphql(`
  fragment FollowUpFields on FollowUp {
    id title status reason dueAt said notes createdAt settledAt
    assignee { id name }
    settledBy { id name }
    call { id startedAt }
    customer { id name phone }
  }
`);

export const FOLLOW_UPS = graphql(`
  query FollowUpInbox($tenantId: ID!, $status: FollowUpStatus!) {
    followUps(tenantId: $tenantId, status: $status) { ...FollowUpFields }
  }
`);

export const ASSIGNEES = graphql(`
  query FollowUpPeople($tenantId: ID!) {
    followUpAssignees(tenantId: $tenantId) { id name }
  }
`);

export const CREATE = graphql(`
  mutation CreateFollowUp($input: CreateFollowUpInput!) {
    createFollowUp(input: $input) { ...FollowUpFields }
  }
`);

export const SET_STATUS = graphql(`
  mutation SetFollowUpStatus($id: ID!, $status: FollowUpStatus!) {
    setFollowUpStatus(id: $id, status: $status) { ...FollowUpFields }
  }
`);

export const ASSIGN = graphql(`
  mutation AssignFollowUp($id: ID!, $userId: ID) {
    assignFollowUp(id: $id, userId: $userId) { ...FollowUpFields }
  }
`);

export const SET_DUE = graphql(`
  mutation SetFollowUpDue($id: ID!, $dueAt: DateTime) {
    setFollowUpDue(id: $id, dueAt: $dueAt) { ...FollowUpFields }
  }
`);

export const NOTE = graphql(`
  mutation NoteFollowUp($id: ID!, $notes: String!) {
    noteFollowUp(id: $id, notes: $notes) { ...FollowUpFields }
  }
`);
