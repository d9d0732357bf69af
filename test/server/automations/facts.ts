import type { CallFacts } from '../../../server/automations/rules/call-facts.ts';
import type { TemplateFacts } from '../../../server/automations/templates/template-fields.ts';
import { asCallId, asCustomerId, asTenantId } from '../../support/ids.ts';

type Changes = { [Part in keyof CallFacts]?: Partial<CallFacts[Part]> | null };

/** A known caller, Meera, who asked for the opening hours on 24 November 2026 at half past nine in the morning in India. */
const meera: TemplateFacts = {
  tenant: { id: asTenantId('tenant'), slug: 'lotus', name: 'Lotus Clinic', timeZone: 'Asia/Kolkata' },
  call: {
    id: asCallId('call'),
    providerCallId: 'vobiz-1',
    from: '+919876543210',
    to: '+917971543252',
    status: 'COMPLETED',
    startedAt: new Date('2026-11-24T04:00:00Z'),
    durationSeconds: 60,
    lines: [
      { number: 1, speaker: 'AGENT', text: 'Welcome.', at: new Date('2026-11-24T04:00:00Z') },
      { number: 2, speaker: 'CALLER', text: 'When do you open?', at: new Date('2026-11-24T04:00:05Z') },
    ],
  },
  customer: { id: asCustomerId('meera'), phone: '+919876543210', name: 'Meera', tags: ['VIP'], isNew: false },
  intents: ['OPENING_HOURS'],
  analysis: {
    sentiment: 'NEUTRAL',
    sentimentScore: 0,
    summary: 'Meera asked for the hours. She was told.',
    outcome: 'RESOLVED',
  },
  automation: { name: 'Tell the desk' },
};

/** What is known of Meera's call, but for what is given; null takes away. */
export function factsWith({ call, tenant, customer, intents, analysis }: Changes = {}): TemplateFacts {
  return {
    ...meera,
    tenant: { ...meera.tenant, ...tenant },
    call: { ...meera.call, ...call },
    customer: customer === null ? null : { ...required(meera.customer), ...customer },
    analysis: analysis === null ? null : { ...required(meera.analysis), ...analysis },
    intents: [...((intents as CallFacts['intents'] | undefined) ?? meera.intents)],
  };
}

function required<T>(value: T | null): T {
  if (value === null) throw new Error('Meera’s call has everything');
  return value;
}
