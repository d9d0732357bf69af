import type { UpdateBusinessInput, UpdateTenantInput } from '../../graphql/generated/graphql.ts';
import type { TenantTraits } from './operations.ts';

/** A tenant's settings as the form holds them. */
export type TypedSettings = {
  name: string;
  timeZone: string;
  signaturePolicy: TenantTraits['signaturePolicy'];
  /** Days; empty for ever. */
  transcriptRetentionDays: number | '';
  recordingRetentionDays: number | '';
  recordCalls: boolean;
  recordingNotice: string;
  /** Empty is told by the server: it is no number. */
  analysisTokensADay: number | '';
} & Record<Bound, number | ''>;

/** What a stranger may send, and what recordings may take. */
export const BOUNDS = [
  'newCallsAMinute',
  'callsAtOnce',
  'modelTurnsADay',
  'unverifiedAnalysisTokensADay',
  'recordingMegabytesADay',
] as const;
type Bound = (typeof BOUNDS)[number];

export const typedFrom = (tenant: TenantTraits): TypedSettings => ({
  name: tenant.name,
  timeZone: tenant.timeZone,
  signaturePolicy: tenant.signaturePolicy,
  transcriptRetentionDays: tenant.transcriptRetentionDays ?? '',
  recordingRetentionDays: tenant.recordingRetentionDays ?? '',
  recordCalls: tenant.recordCalls,
  recordingNotice: tenant.recordingNotice,
  analysisTokensADay: tenant.analysisTokensADay,
  newCallsAMinute: tenant.newCallsAMinute,
  callsAtOnce: tenant.callsAtOnce,
  modelTurnsADay: tenant.modelTurnsADay,
  unverifiedAnalysisTokensADay: tenant.unverifiedAnalysisTokensADay,
  recordingMegabytesADay: tenant.recordingMegabytesADay,
});

/** What a business's own admin may change. */
export const ownInput = (typed: TypedSettings): UpdateBusinessInput => ({
  timeZone: typed.timeZone,
  signaturePolicy: typed.signaturePolicy,
  transcriptRetentionDays: orNull(typed.transcriptRetentionDays),
  recordingRetentionDays: orNull(typed.recordingRetentionDays),
  recordCalls: typed.recordCalls,
  recordingNotice: typed.recordingNotice,
});

export const wholeInput = (typed: TypedSettings): UpdateTenantInput => ({
  ...ownInput(typed),
  name: typed.name,
  analysisTokensADay: orNull(typed.analysisTokensADay),
  newCallsAMinute: orNull(typed.newCallsAMinute),
  callsAtOnce: orNull(typed.callsAtOnce),
  modelTurnsADay: orNull(typed.modelTurnsADay),
  unverifiedAnalysisTokensADay: orNull(typed.unverifiedAnalysisTokensADay),
  recordingMegabytesADay: orNull(typed.recordingMegabytesADay),
});

const orNull = (typed: number | ''): number | null => (typed === '' ? null : typed);
