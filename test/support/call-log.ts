import type { Telephone } from '../phone/telephone.ts';
import { RECEPTION, type RunningKaivox } from './kaivox.ts';

/** A call as its tenant reads it. */
export type LoggedCall = {
  id: string;
  providerCallId: string;
  status: string;
  direction: string;
  from: string | null;
  rawFrom: string | null;
  to: string | null;
  startedAt: string;
  endedAt: string | null;
  durationSeconds: number | null;
  hangupCause: string | null;
  hangupSource: string | null;
  customer: { id: string; phone: string; callCount: number; lastCallAt: string | null } | null;
  turns: {
    number: number;
    speaker: string;
    text: string;
    source: string | null;
    confidence: number | null;
  }[];
};

const CALLS = `{ calls(first: 100) { totalCount edges { node {
  id providerCallId status direction from rawFrom to startedAt endedAt durationSeconds hangupCause hangupSource
  customer { id phone callCount lastCallAt }
  turns { number speaker text source confidence }
} } } }`;

/** The call log of `pragati`, newest first, over GraphQL as the tenant's admin. */
export async function callLog(kaivox: RunningKaivox): Promise<LoggedCall[]> {
  const token = await kaivox.graphql.signIn(RECEPTION);
  const { data, errors } = await kaivox.graphql(CALLS, { token });
  if (!data) throw new Error(JSON.stringify(errors));
  const { edges } = data.calls as { edges: { node: LoggedCall }[] };
  return edges.map(({ node }) => node);
}

/** What the log says of one call. */
export async function loggedCall(kaivox: RunningKaivox, telephone: Telephone): Promise<LoggedCall> {
  const found = (await callLog(kaivox)).filter(
    ({ providerCallId }) => providerCallId === telephone.call.callId,
  );
  const [call] = found;
  if (!call || found.length > 1)
    throw new Error(`The log holds ${found.length} calls ${telephone.call.callId}`);
  return call;
}

/** The transcript as `SPEAKER text`, a line each. */
export async function transcript(kaivox: RunningKaivox, telephone: Telephone): Promise<string[]> {
  return (await loggedCall(kaivox, telephone)).turns.map(({ speaker, text }) => `${speaker} ${text}`);
}
