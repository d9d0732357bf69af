import { defineEntity, p } from '@mikro-orm/core';
import type { CallId, TenantId } from '../infra/ids.ts';
import type { ReplySegment } from './call-reply.ts';
import type { ReplySource } from './turn.entity.ts';

/**
 * What the caller said or didn't say in answer to one `Gather`, and our reply to it: once per number, however often
 * the webhook is delivered. Its sentences appear while they are written; its parts are the reply's segments, as Vobiz
 * got them.
 */
export const ExchangeEntity = defineEntity({
  name: 'Exchange',
  tableName: 'exchanges',
  properties: {
    tenantId: p.uuid().$type<TenantId>().primary(),
    callId: p.uuid().$type<CallId>().primary(),
    /** Counts the caller's turns from 1; the `turn` in an action's address. */
    number: p.integer().primary(),
    /** SHA-256 of the webhook's fields: how the guide's first action, which carries no number, tells a repeat. */
    bodyHash: p.blob().$type<Buffer>(),
    askedAt: p.datetime(6),
    state: p.text().$type<'WRITING' | 'WRITTEN'>(),
    source: p.text().$type<ReplySource>(),
    sentences: p.json<readonly string[]>().defaultRaw("'[]'"),
    endsCall: p.boolean().default(false),
    segments: p.json<ReplySegment[]>().defaultRaw("'[]'"),
    /** The number of the transcript's turn with what the caller heard of the reply. */
    lineNumber: p.integer().nullable(),
    /** When other processes take a reply still being written for lost: the process that wrote it was killed. */
    stallsAt: p.datetime(6),
    /** Whether the turn counts as a silence only because its recording didn't come: its words may still. */
    lacksSound: p.boolean().default(false),
  },
});
