import type { AutomationTrigger } from '../automation.ts';
import type { CallFacts } from '../rules/call-facts.ts';

/** What a webhook tells, as README.md has it; clients outside read it, so that fields are only ever added. */
export function webhookPayload(
  { tenant, call, analysis, intents }: CallFacts,
  delivery: { id: string; type: AutomationTrigger; createdAt: Date },
) {
  return {
    id: delivery.id,
    type: delivery.type,
    createdAt: delivery.createdAt.toISOString(),
    tenant: { id: tenant.id, slug: tenant.slug },
    call: {
      id: call.id,
      providerCallId: call.providerCallId,
      from: call.from,
      to: call.to,
      startedAt: call.startedAt.toISOString(),
      durationSeconds: call.durationSeconds,
      sentiment: analysis?.sentiment ?? null,
      sentimentScore: analysis?.sentimentScore ?? null,
      summary: analysis?.summary ?? null,
      intents,
      transcript: call.lines.map(({ number, speaker, text, at }) => ({
        number,
        speaker,
        text,
        at: at.toISOString(),
      })),
    },
  };
}
