import { defineEntity, p } from '@mikro-orm/core';
import type { TenantId, UserId } from '../../infra/ids.ts';
import type { OpeningHours } from '../opening-hours/opening-hours.ts';

export const OUTSIDE_HOURS = ['ANSWER', 'TAKE_MESSAGE', 'HANG_UP'] as const;
/**
 * What becomes of a call outside the opening hours: answered as always, knowing that it is closed; greeted otherwise,
 * and only a message taken; or told so, and ended.
 */
export type OutsideHours = (typeof OUTSIDE_HOURS)[number];

export const VOICES = ['WOMAN', 'MAN'] as const;
/** In whose voice the carrier speaks. */
export type Voice = (typeof VOICES)[number];

/** Who answers, and what it knows. A change is a new version; older ones stay as they were. */
export const PersonaEntity = defineEntity({
  name: 'Persona',
  tableName: 'persona_versions',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    version: p.integer().primary(),
    agentName: p.text(),
    greeting: p.text(),
    instructions: p.text(),
    facts: p.text().default(''),
    language: p.text(),
    noSpeechMessage: p.text(),
    /** When the business is open; null where that isn't stated. */
    hours: p.json<OpeningHours>().nullable(),
    outsideHours: p.text().$type<OutsideHours>().default('ANSWER'),
    /** The first words of a call outside those hours; may be empty where such calls are answered as always. */
    closedGreeting: p.text().default(''),
    voice: p.text().$type<Voice>().default('WOMAN'),
    /** BCP 47; null where the voice speaks the persona's language as the carrier names it. */
    voiceLanguage: p.text().nullable(),
    authorId: p.uuid().$type<UserId>().nullable(),
    /** As it was then: the author may be a super admin, whom the tenant can't see, or be deleted. */
    authorName: p.text().nullable(),
    createdAt: p.datetime(6).defaultRaw('now()'),
  },
});
