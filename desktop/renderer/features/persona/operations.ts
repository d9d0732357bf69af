import { graphql } from '../../graphql/generated/gql.ts';

/** A persona as it is edited; its versions hold the same. */
graphql(`
  fragment PersonaText on Persona {
    version agentName greeting instructions facts language noSpeechMessage
    hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage
  }
`);

graphql(`
  fragment OpeningHoursText on OpeningHours {
    week { day ranges { from to } }
    exceptions { date name ranges { from to } }
  }
`);

export const PERSONA = graphql(`
  query PersonaOfTenant($tenantId: ID!) {
    tenant(id: $tenantId) {
      id
      persona { ...PersonaText }
    }
  }
`);

export const VERSIONS = graphql(`
  query PersonaVersions($tenantId: ID!, $before: Int) {
    personaVersions(tenantId: $tenantId, first: 10, before: $before) {
      version author createdAt isCurrent agentName greeting instructions facts language noSpeechMessage
      hours { ...OpeningHoursText } outsideHours closedGreeting voice voiceLanguage
    }
  }
`);

export const UPDATE = graphql(`
  mutation UpdatePersona($tenantId: ID!, $input: UpdatePersonaInput!) {
    updatePersona(tenantId: $tenantId, input: $input) { ...PersonaText }
  }
`);

export const RESTORE = graphql(`
  mutation RestorePersona($tenantId: ID!, $version: Int!) {
    restorePersona(tenantId: $tenantId, version: $version) { ...PersonaText }
  }
`);

export const BEGIN_TEST_CALL = graphql(`
  mutation BeginTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!) {
    beginTestCall(tenantId: $tenantId, draft: $draft, moment: $moment) { greeting endsCall isOpen playedAt }
  }
`);

export const CONTINUE_TEST_CALL = graphql(`
  mutation ContinueTestCall($tenantId: ID!, $draft: UpdatePersonaInput!, $moment: TestCallMoment!, $lines: [TestCallLineInput!]!) {
    continueTestCall(tenantId: $tenantId, draft: $draft, moment: $moment, lines: $lines) {
      sentences source endsCall milliseconds instructions isOpen playedAt
    }
  }
`);
