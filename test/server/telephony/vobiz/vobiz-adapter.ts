import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { onTestFinished } from 'vitest';
import type { CallIdentity } from '../../../../server/calls/call-event.ts';
import { listening } from '../../../../server/calls/call-reply.ts';
import type { CallVerbs } from '../../../../server/calls/verbs/call-verbs.ts';
import { createLog } from '../../../../server/infra/log.ts';
import { Secret } from '../../../../server/infra/secrets.ts';
import type { SpendsSignatures } from '../../../../server/telephony/vobiz/door/spent-signatures.ts';
import { vobizRoutes } from '../../../../server/telephony/vobiz/webhooks/vobiz-routes.ts';
import type { TenantProfile } from '../../../../server/tenants/tenant-directory.ts';
import { Telephone, type TelephoneOptions } from '../../../phone/telephone.ts';
import { asTenantId } from '../../../support/ids.ts';

export const PUBLIC_URL = 'https://kaivox.example';
export const GREETING = 'Hello! How can I help you?';
export const NO_SPEECH = "I didn't hear anything. Goodbye.";
export const TOKEN = 'test-token';

type Parts = Parameters<typeof vobizRoutes>[0];
type Asked = { call: CallIdentity; event: unknown };

export type AdapterOptions = Omit<Partial<Parts>, 'calls' | 'log'> & {
  /** Differences from an active tenant that takes unsigned webhooks. */
  tenant?: Partial<TenantProfile>;
  calls?: Partial<CallVerbs>;
};

/** Vobiz's routes over real HTTP, in front of calls that greet, echo, and note what they are asked. */
export async function aVobizAdapter({ tenant, calls, ...parts }: AdapterOptions = {}) {
  const pragati = { ...PRAGATI, ...tenant };
  const asked: Asked[] = [];
  const logged: Record<string, unknown>[] = [];
  const note = (call: CallIdentity, event: unknown) => void asked.push({ call, event });
  const answering: CallVerbs = {
    answer: async () => listening(GREETING, 1, NO_SPEECH, true),
    input: async (_, { turn = 1, ...input }) =>
      listening(
        input.kind === 'spoke' ? `You said ${input.words}.` : `You ${input.kind}.`,
        turn + 1,
        NO_SPEECH,
      ),
    continue: async (_, { turn }) => listening('That is all.', turn + 1, NO_SPEECH),
    recorded: async () => undefined,
    recordingBegan: async () => undefined,
    recordingEnded: async () => undefined,
    awaitSound: async (_, { turn }) => listening('You were recorded.', turn + 1, NO_SPEECH),
    hangUp: async () => undefined,
    takeLater: async () => undefined,
    ...calls,
  };
  const routes = vobizRoutes({
    publicUrl: () => PUBLIC_URL,
    forcedDialect: 'auto',
    directory: { bySlug: async (slug) => lookUp(slug, pragati) },
    tokensOf: async () => [new Secret(TOKEN)],
    signatures: inMemory(),
    calls: {
      async answer(call) {
        note(call, { kind: 'answered' });
        return answering.answer(call);
      },
      async input(call, input) {
        note(call, input);
        return answering.input(call, input);
      },
      async continue(call, at) {
        note(call, at);
        return answering.continue(call, at);
      },
      async recorded(call) {
        note(call, { kind: 'recorded' });
        return answering.recorded(call);
      },
      async recordingBegan(call, begun) {
        note(call, begun);
        return answering.recordingBegan(call, begun);
      },
      async recordingEnded(call, ended) {
        note(call, ended);
        return answering.recordingEnded(call, ended);
      },
      async awaitSound(call, awaited) {
        note(call, awaited);
        return answering.awaitSound(call, awaited);
      },
      async hangUp(call, hangUp) {
        note(call, hangUp);
        await answering.hangUp(call, hangUp);
      },
      async takeLater(call, event, at) {
        note(call, { ...event, at });
        await answering.takeLater(call, event, at);
      },
    },
    log: createLog('info', { write: (line) => void logged.push(JSON.parse(line)) }),
    ...parts,
  });
  const app = express();
  app.use('/api/vobiz', routes);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const aPhone = (options: Partial<TelephoneOptions> = {}) =>
    new Telephone({
      server: url,
      publicUrl: PUBLIC_URL,
      tenant: 'pragati',
      dialect: 'guide',
      callId: 'c1',
      from: '+919876543210',
      to: '+917971543252',
      ...options,
    });
  return { url, asked, logged, aPhone };
}

/** Signatures as PostgreSQL keeps them. */
function inMemory(): SpendsSignatures {
  const spent = new Set<string>();
  const named = (macs: readonly Buffer[]) => macs.map((mac) => mac.toString('base64'));
  return {
    async spend(_, macs) {
      const areFresh = named(macs).every((mac) => !spent.has(mac));
      for (const mac of named(macs)) spent.add(mac);
      return areFresh;
    },
    async release(_, macs) {
      for (const mac of named(macs)) spent.delete(mac);
    },
  };
}

/** As PostgreSQL does, it takes no NUL. */
function lookUp(slug: string, tenant: TenantProfile): TenantProfile | undefined {
  if (slug.includes('\0')) throw new Error('invalid byte sequence for encoding "UTF8": 0x00');
  return slug === tenant.slug ? tenant : undefined;
}

const PRAGATI: TenantProfile = {
  id: asTenantId('00000000-0000-4000-8000-000000000001'),
  slug: 'pragati',
  name: 'Pragati',
  status: 'ACTIVE',
  timeZone: 'Asia/Kolkata',
  signaturePolicy: 'ACCEPT_UNSIGNED',
  webhookAccess: 'OPEN',
  webhookKeys: [],
  bounds: { newCallsAMinute: 60, callsAtOnce: 40, modelTurnsADay: 2_000 },
  retiredNumbers: [],
  forwarding: [],
  persona: {
    version: 1,
    agentName: 'Asha',
    greeting: GREETING,
    instructions: '',
    facts: '',
    language: 'en-IN',
    noSpeechMessage: NO_SPEECH,
    hours: null,
    outsideHours: 'ANSWER',
    closedGreeting: '',
    voice: 'WOMAN',
    voiceLanguage: null,
  },
};
