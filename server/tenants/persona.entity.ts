import { defineEntity, p } from '@mikro-orm/core';

/** Who answers, and what it knows. A change is a new version; older ones stay as they were. */
export const PersonaEntity = defineEntity({
  name: 'Persona',
  tableName: 'persona_versions',
  properties: {
    tenantId: p.uuid().primary(),
    version: p.integer().primary(),
    agentName: p.text(),
    greeting: p.text(),
    instructions: p.text(),
    facts: p.text(),
    language: p.text(),
    noSpeechMessage: p.text(),
    authorId: p.uuid().nullable(),
    /** As it was then: the author may be somebody whom the tenant can't see, or be gone. */
    authorName: p.text().nullable(),
    createdAt: p.datetime(),
  },
});
