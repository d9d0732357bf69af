import { type ExpressionBuilder, sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { boundedLines } from '../../analysis/call-analysis/bounded-lines.ts';
import type { Speaker } from '../../calls/turn.entity.ts';
import type { Tx } from '../../infra/database.ts';
import type { CallId, TenantId } from '../../infra/ids.ts';
import type { Tables } from '../../infra/tables.ts';
import type { NumberedLine } from '../../language-model/analyst.ts';
import { INTENTS, type Intent, recogniseIntents } from '../../understanding/intents/intents.ts';
import type { CallFacts } from './call-facts.ts';

/** All that automations may ask and tell of a call. @returns undefined where it is gone */
export async function readCallFacts(
  { db }: Tx,
  tenantId: TenantId,
  callId: CallId,
): Promise<CallFacts | undefined> {
  const row = await db
    .selectFrom('calls as c')
    .innerJoin('tenants as t', 't.id', 'c.tenantId')
    .select(['t.slug', 't.name as tenantName', 't.timeZone'])
    .select(['c.id', 'c.providerCallId', 'c.from', 'c.rawFrom', 'c.to', 'c.status', 'c.startedAt'])
    .select(['c.durationSeconds', customerOf, analysisOf, linesOf])
    .where('c.tenantId', '=', tenantId)
    .where('c.id', '=', callId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { slug, tenantName, timeZone, rawFrom, customer, analysis, ...call } = row;
  const lines = row.lines.map((line) => ({ ...line, at: new Date(line.at) }));
  return {
    tenant: { id: tenantId, slug, name: tenantName, timeZone },
    call: { ...call, from: call.from ?? rawFrom, lines },
    customer,
    intents: analysis ? analysis.intents : heardIn(boundedLines(lines)),
    analysis: analysis && {
      sentiment: analysis.sentiment,
      sentimentScore: analysis.sentimentScore,
      summary: analysis.summary,
      outcome: analysis.outcome,
    },
  };
}

/** What the caller wanted so far, by script, the most urgent first. */
function heardIn(lines: readonly NumberedLine[]): Intent[] {
  const words = lines.filter(({ speaker }) => speaker === 'CALLER');
  const heard = new Set(words.flatMap(({ text }) => recogniseIntents(text)));
  const wanted = INTENTS.filter((intent) => heard.has(intent));
  return wanted.length > 1 ? wanted.filter((intent) => intent !== 'GENERAL') : wanted;
}

type OfCall = ExpressionBuilder<Tables & { c: Tables['calls'] }, 'c'>;

const customerOf = (call: OfCall) =>
  call
    .selectFrom('customers as k')
    .whereRef('k.tenantId', '=', 'c.tenantId')
    .whereRef('k.id', '=', 'c.customerId')
    .select(({ ref, selectFrom }) => {
      const before = selectFrom('calls as before')
        .select('before.id')
        .whereRef('before.tenantId', '=', 'c.tenantId')
        .whereRef('before.customerId', '=', 'c.customerId')
        .whereRef('before.startedAt', '<', 'c.startedAt');
      return jsonBuildObject({
        id: ref('k.id'),
        phone: ref('k.phone'),
        name: ref('k.name'),
        tags: ref('k.tags'),
        isNew: sql<boolean>`not exists ${before}`,
      }).as('customer');
    })
    .as('customer');

const analysisOf = (call: OfCall) =>
  call
    .selectFrom('callAnalyses as a')
    .whereRef('a.tenantId', '=', 'c.tenantId')
    .whereRef('a.callId', '=', 'c.id')
    .select(({ ref }) =>
      jsonBuildObject({
        sentiment: ref('a.sentiment'),
        sentimentScore: ref('a.sentimentScore'),
        summary: ref('a.summary'),
        outcome: ref('a.outcome'),
        intents: ref('a.intents'),
      }).as('analysis'),
    )
    .as('analysis');

/** As JSON has them: their instants are text. */
type Line = { number: number; speaker: Speaker; text: string; at: string };

const linesOf = (call: OfCall) =>
  call
    .selectFrom('turns as l')
    .whereRef('l.tenantId', '=', 'c.tenantId')
    .whereRef('l.callId', '=', 'c.id')
    .select(({ fn, ref }) => {
      const line = {
        number: ref('l.number'),
        speaker: ref('l.speaker'),
        text: ref('l.text'),
        at: ref('l.at'),
      };
      const lines = fn.jsonAgg(jsonBuildObject(line)).orderBy('l.number');
      return fn.coalesce(lines, sql<Line[]>`'[]'`).as('lines');
    })
    .$asScalar()
    .$notNull()
    .as('lines');
