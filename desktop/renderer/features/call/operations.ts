import { graphql } from '../../graphql/generated/gql.ts';
import type { OneCallQuery, PromptForLineQuery } from '../../graphql/generated/graphql.ts';

graphql(`
  fragment Line on Turn { id number speaker text at confidence source replyMs }
`);

export const CALL = graphql(`
  query OneCall($id: ID!) {
    call(id: $id) {
      ...CallRow
      providerCallId hangupCause hangupSource personaVersion costProblem
      cost { minorUnits currency }
      tenant { id name }
      customer { id name heardName phone notes tags callCount lastCallAt }
      turns { ...Line }
      analysis {
        sentiment sentimentScore turnSentiments { number score } summary intents outcome topics
        unansweredQuestions source analysedAt
      }
      recordings { id durationSeconds url }
      unkeptRecordings { id status reason notedAt }
      followUps { id title status dueAt }
    }
  }
`);

/** What was told for the reply that a line holds; only admins may ask. */
export const PROMPT_FOR_LINE = graphql(`
  query PromptForLine($id: ID!, $line: Int!) {
    call(id: $id) {
      id
      prompts(first: 1, line: $line) { turn source model instructions callerData firstLine lastLine earlier at }
    }
  }
`);

/** The calls around one, where no list was looked at. */
export const CALLS_AROUND = graphql(`
  query CallsAround($tenantId: ID, $filter: CallFilter, $first: Int!, $after: String) {
    calls(tenantId: $tenantId, filter: $filter, first: $first, after: $after) {
      edges { node { id startedAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/**
 * For queries that news make be asked again: the answer to the one that is under way may be older than the news, and
 * by itself Apollo would take it for the answer to the next as well.
 */
export const EACH_ASKED = { queryDeduplication: false } as const;

export type Call = OneCallQuery['call'];
export type Line = Call['turns'][number];
export type PromptLogEntry = PromptForLineQuery['call']['prompts'][number];
