import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../infra/ids.ts';

export const SPEAKERS = ['CALLER', 'AGENT'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export const REPLY_SOURCES = ['LANGUAGE_MODEL', 'SCRIPTED', 'FALLBACK'] as const;
/** What wrote the agent's words: the model, us, or the apology for a model that failed. */
export type ReplySource = (typeof REPLY_SOURCES)[number];

/** One line of a call's transcript, numbered from 1. */
export const TurnEntity = defineEntity({
  name: 'Turn',
  tableName: 'turns',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    number: p.integer().primary(),
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    speaker: p.text().$type<Speaker>(),
    text: p.text(),
    at: p.datetime(6),
    /** 0 to 1, the recogniser's; only of the caller. */
    confidence: p.float().nullable(),
    /** Only of the agent. */
    source: p.text().$type<ReplySource>().nullable(),
  },
});
