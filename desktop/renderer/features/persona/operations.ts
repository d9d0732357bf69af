import { graphql } from '../../graphql/generated/gql.ts';

export const PERSONA = graphql(`
  query PersonaOfTenant($tenantId: ID!) {
    tenant(id: $tenantId) {
      id
      persona { version agentName greeting instructions facts language noSpeechMessage }
    }
  }
`);

export const VERSIONS = graphql(`
  query PersonaVersions($tenantId: ID!, $before: Int) {
    personaVersions(tenantId: $tenantId, first: 10, before: $before) {
      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage
    }
  }
`);

export const UPDATE = graphql(`
  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {
    updatePersona(tenantId: $tenantId, input: $input) { version agentName greeting instructions facts language noSpeechMessage }
  }
`);

export const RESTORE = graphql(`
  mutation RestorePersona($tenantId: ID!, $version: Int!) {
    restorePersona(tenantId: $tenantId, version: $version) { version agentName greeting instructions facts language noSpeechMessage }
  }
`);

export const REHEARSE = graphql(`
  mutation Rehearse($tenantId: ID!, $draft: UpdatePersonaInput!, $lines: [RehearsalLineInput!]!) {
    rehearse(tenantId: $tenantId, draft: $draft, lines: $lines) { sentences source endsCall milliseconds told }
  }
`);
